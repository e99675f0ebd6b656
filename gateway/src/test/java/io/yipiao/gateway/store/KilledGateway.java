package io.yipiao.gateway.store;

import io.yipiao.gateway.settings.DatabaseSettings;

import java.nio.file.Path;

/** A process that opens a database, commits a row, says so, and waits to be killed. */
final class KilledGateway {
    private KilledGateway() {}

    public static void main(String[] arguments) throws InterruptedException {
        DatabaseSettings settings = new DatabaseSettings.Embedded(Path.of(arguments[0]), 2);
        Database database = Database.open(settings);
        database.with(handle ->
                handle.execute(
                        "CREATE TABLE IF NOT EXISTS kept (id serial);"
                                + " INSERT INTO kept DEFAULT VALUES"));
        System.out.println("committed");
        Thread.sleep(Long.MAX_VALUE);
    }
}
