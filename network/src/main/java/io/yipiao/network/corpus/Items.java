package io.yipiao.network.corpus;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the corpus's lines charge for: the national catalogue's items, or invented ones. */
public final class Items {
    private static final int INVENTED = 8_000;
    private static final String TABLES = "{*-codes,service-*}.csv";

    private final List<Item> items;
    private final boolean national;

    private Items(List<Item> items, boolean national) {
        this.items = List.copyOf(items);
        this.national = national;
    }

    /** The items of the national rule tables in a folder, or invented ones if it has none. */
    public static Items in(Path folder) {
        try {
            return national(folder);
        } catch (NoRuleTablesException e) {
            return invented();
        }
    }

    /**
     * The items of the national rule tables in a folder ({@code *-codes.csv}: name, number, code;
     * {@code service-*.csv}: name, description, code).
     *
     * @throws NoRuleTablesException if it has not both drugs and services, or cannot be read
     */
    public static Items national(Path folder) throws NoRuleTablesException {
        if (!Files.isDirectory(folder)) {
            throw new NoRuleTablesException(folder, "is no folder");
        }
        Map<String, Item> found = new LinkedHashMap<>();
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(folder, TABLES)) {
            List<Path> sorted = new ArrayList<>();
            tables.forEach(sorted::add);
            Collections.sort(sorted);
            for (Path table : sorted) {
                read(table, found);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new NoRuleTablesException(folder, "cannot be read (" + e.getMessage() + ")");
        }
        boolean drugs = found.values().stream().anyMatch(Item::isDrug);
        if (!drugs || found.values().stream().allMatch(Item::isDrug)) {
            throw new NoRuleTablesException(folder, drugs ? "lacks services" : "lacks drugs");
        }
        return new Items(new ArrayList<>(found.values()), true);
    }

    static Items invented() {
        List<Item> items = new ArrayList<>(INVENTED);
        for (int i = 0; i < INVENTED; i++) {
            String code = "%sX%02dA%012d".formatted("XZT".charAt(i % 3), i % 97, i);
            items.add(new Item(code, "样本项目" + i, Item.category(code)));
        }
        return new Items(items, false);
    }

    /** Rows with quotes or other columns are passed over: there are thousands of others. */
    private static void read(Path file, Map<String, Item> found) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            if (cells.length > 2
                    && cells[2].matches("[XZT][0-9A-Z]{10,40}|00[0-9]{13}")
                    && cells[0].length() <= 200
                    && !line.contains("\"")
                    && !cells[0].isBlank()) {
                found.putIfAbsent(
                        cells[2], new Item(cells[2], cells[0].strip(), Item.category(cells[2])));
            }
        }
    }

    /** Whether they are the national catalogue's. */
    public boolean national() {
        return national;
    }

    int size() {
        return items.size();
    }

    Item at(int place) {
        return items.get(place);
    }
}
