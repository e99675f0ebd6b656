package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Fen;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which payer comes after which. The shares of several payers follow from this order alone, never
 * from the order in which the patient visits them.
 *
 * @param following the payers after basic insurance, in their order
 */
public record PolicyOrder(List<FollowingPayer> following) {

    public PolicyOrder {
        following = List.copyOf(following);
    }

    static PolicyOrder read(TableSource source) throws TableException {
        return new PolicyOrder(
                List.copyOf(
                        Table.byKey(
                                        source,
                                        FollowingPayer.FILE,
                                        FollowingPayer.COLUMNS,
                                        FollowingPayer::read,
                                        FollowingPayer::payer)
                                .values()));
    }

    /**
     * What each of the payers that take part pays on a bill.
     *
     * @param sheet basic insurance's sheet
     * @param taking who takes part, in whatever order; one that declines is left out
     * @param years the following payers' years, nothing where one is missing
     */
    public Map<PayerClass, Fen> shares(
            Sheet sheet, Collection<PayerClass> taking, Map<PayerClass, PayerYear> years) {
        Map<PayerClass, Fen> shares = new EnumMap<>(PayerClass.class);
        Fen paid = Fen.ZERO;
        if (taking.contains(PayerClass.BASIC)) {
            paid = sheet.fund();
            shares.put(PayerClass.BASIC, paid);
        }
        for (FollowingPayer payer : following) {
            if (taking.contains(payer.payer())) {
                Fen whole =
                        payer.basis() == FollowingPayer.Basis.IN_SCOPE
                                ? sheet.inScope()
                                : sheet.total();
                PayerYear year = years.getOrDefault(payer.payer(), PayerYear.NOTHING);
                Fen share = payer.share(Yuan.less(whole, paid), year);
                shares.put(payer.payer(), share);
                paid = paid.plus(share);
            }
        }
        return shares;
    }
}
