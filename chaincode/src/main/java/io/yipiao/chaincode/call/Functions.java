package io.yipiao.chaincode.call;

import static io.yipiao.chaincode.rules.Role.ADMIN;
import static io.yipiao.chaincode.rules.Role.CLAIMS;
import static io.yipiao.chaincode.rules.Role.INTAKE;
import static io.yipiao.chaincode.rules.Role.SERIES;
import static io.yipiao.chaincode.rules.Role.SUPERVISOR;

import io.yipiao.chaincode.query.Indexes;
import io.yipiao.chaincode.query.KeyHistory;
import io.yipiao.chaincode.query.Pending;
import io.yipiao.chaincode.query.Prove;
import io.yipiao.chaincode.query.Query;
import io.yipiao.chaincode.query.Status;
import io.yipiao.chaincode.record.ShareOperation;
import io.yipiao.chaincode.rules.AdministrativeRule;
import io.yipiao.chaincode.rules.Amend;
import io.yipiao.chaincode.rules.Anchor;
import io.yipiao.chaincode.rules.Attest;
import io.yipiao.chaincode.rules.EnrolIssuer;
import io.yipiao.chaincode.rules.EnrolPayer;
import io.yipiao.chaincode.rules.Exchange;
import io.yipiao.chaincode.rules.Hold;
import io.yipiao.chaincode.rules.ItemRule;
import io.yipiao.chaincode.rules.Net;
import io.yipiao.chaincode.rules.OpenSeries;
import io.yipiao.chaincode.rules.Release;
import io.yipiao.chaincode.rules.Reverse;
import io.yipiao.chaincode.rules.RevokeKey;
import io.yipiao.chaincode.rules.Role;
import io.yipiao.chaincode.rules.RotateKey;
import io.yipiao.chaincode.rules.SetRules;
import io.yipiao.chaincode.rules.Stamp;
import io.yipiao.chaincode.rules.SuspendKey;
import io.yipiao.chaincode.rules.TakeBack;
import io.yipiao.chaincode.rules.WriteOff;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of all functions: name, who may call it, what it does. */
final class Functions {
    static final List<Function> ALL =
            List.of(
                    onItems("anchor", new Anchor(), INTAKE),
                    onItems("reverse", new Reverse(), INTAKE),
                    onItems("exchange", new Exchange(), INTAKE),
                    onItems("hold", new Hold(ShareOperation.HOLD), CLAIMS),
                    onItems("holdAndStamp", new Hold(ShareOperation.HOLD_AND_STAMP), CLAIMS),
                    onItems("stamp", new Stamp(), CLAIMS),
                    onItems("release", new Release(), CLAIMS, SUPERVISOR),
                    onItems("amend", new Amend(), CLAIMS),
                    onItems("revoke", new TakeBack(ShareOperation.REVOKE), CLAIMS),
                    onItems("recover", new TakeBack(ShareOperation.RECOVER), CLAIMS),
                    onItems("net", new Net(), CLAIMS),
                    onItems("attest", new Attest(), CLAIMS),
                    confirmed("writeOff", new WriteOff()),
                    confirmed("enrolIssuer", new EnrolIssuer()),
                    confirmed("enrolPayer", new EnrolPayer()),
                    confirmed("revokeKey", new RevokeKey()),
                    new Function(
                            "setRules",
                            List.of(ADMIN),
                            new Write(new Confirmed(new SetRules()), true)),
                    new Function(
                            "suspendKey",
                            List.of(ADMIN),
                            new Write(new AtOnce(new SuspendKey()), false)),
                    new Function(
                            "openSeries",
                            List.of(SERIES),
                            new Write(new AtOnce(new OpenSeries()), false)),
                    new Function(
                            "rotateKey",
                            List.of(INTAKE),
                            new Write(new AtOnce(new RotateKey()), false)),
                    asks("status", new Status()),
                    asks("prove", new Prove()),
                    asks("history", new KeyHistory()),
                    asks("indexes", new Indexes()),
                    asks("pending", new Pending()));

    private static final Map<String, Function> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Function::name, f -> f));

    private Functions() {}

    static Function named(String name) throws Refusal {
        Function function = BY_NAME.get(name);
        if (function == null) {
            throw new Refusal(RefusalCode.BAD_REQUEST, "there is no function \"" + name + "\"");
        }
        return function;
    }

    private static Function onItems(String name, ItemRule<?> rule, Role... roles) {
        return new Function(name, List.of(roles), new Write(new Bulk<>(rule), false));
    }

    private static Function confirmed(String name, AdministrativeRule rule) {
        return new Function(name, List.of(ADMIN), new Write(new Confirmed(rule), false));
    }

    private static Function asks(String name, Query query) {
        return new Function(name, List.of(), query::answer);
    }
}
