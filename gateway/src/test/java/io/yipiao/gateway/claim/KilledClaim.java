package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Benefit;
import io.yipiao.gateway.benefit.DemonstrationPolicy;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.settings.DatabaseSettings;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.IdType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A gateway that takes one claim, or has one withdrawn, and is killed on the way, at the place
 * {@code yipiao.crash}.
 */
final class KilledClaim {
    private KilledClaim() {}

    /**
     * Its arguments: the folder of all data, the bill, the idempotency key; or the folder and the
     * number of the claim that is withdrawn.
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Database database = database(folder);
        Secrets secrets = secrets(folder, database);
        ClaimDesk desk =
                ClaimDesk.open(
                        database,
                        secrets,
                        new Bills(database, secrets.personal()),
                        EmbeddedLedger.open(folder.resolve("ledger"), Clock.systemUTC()),
                        new Benefit(DemonstrationPolicy.POLICY),
                        alone -> Optional.empty(),
                        new TestClock("2026-09-22T02:00:00Z"));
        PersonId person = secrets.people().id(IdType.RESIDENT_ID, ClaimWorld.ZHANG);
        Object survived =
                arguments.length == 2
                        ? desk.service().withdraw(person, new ClaimNumber(arguments[1]))
                        : desk.service()
                                .submit(
                                        new Claimant("token", person),
                                        UUID.fromString(arguments[1]),
                                        arguments[2]);
        System.out.println("not killed: " + survived);
    }

    static Database database(Path folder) {
        return Database.open(new DatabaseSettings.Embedded(folder.resolve("database"), 4));
    }

    static Secrets secrets(Path folder, Database database) {
        return Secrets.open(KeyFolder.thatMakesMissing(folder.resolve("keys")), database);
    }
}
