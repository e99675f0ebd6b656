package io.yipiao.gateway.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Gathers what was said about each setting, the last source winning, and what cannot be read. */
final class Sources {
    private final Map<Setting, Said> said = new EnumMap<>(Setting.class);
    private final List<Fault> faults = new ArrayList<>();

    Sources(List<String> flags, Map<String, String> environment) {
        Map<Setting, Said> fromEnvironment = ofEnvironment(environment);
        Map<Setting, Said> fromFlags = ofFlags(flags);
        for (Setting setting : Setting.values()) {
            said.put(setting, new Said("the default of " + setting.key(), setting.fallback()));
        }
        Said file = fromFlags.getOrDefault(Setting.CONFIG, fromEnvironment.get(Setting.CONFIG));
        if (file != null) {
            said.putAll(ofFile(file));
        }
        said.putAll(fromEnvironment);
        said.putAll(fromFlags);
    }

    Said of(Setting setting) {
        return java.util.Objects.requireNonNull(said.get(setting));
    }

    List<Fault> faults() {
        return faults;
    }

    /** Other variables that begin with YIPIAO_ belong to other programs and are let be. */
    private static Map<Setting, Said> ofEnvironment(Map<String, String> environment) {
        Map<Setting, Said> found = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String text = environment.get(setting.variable());
            if (text != null) {
                found.put(setting, new Said(setting.variable(), text.strip()));
            }
        }
        return found;
    }

    private Map<Setting, Said> ofFlags(List<String> flags) {
        Map<Setting, Said> found = new EnumMap<>(Setting.class);
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            String name = equals < 0 ? flag : flag.substring(0, equals);
            if (!name.startsWith("--") || equals < 0) {
                faults.add(new Fault(flag, "--name=value", "no value"));
                continue;
            }
            put(found, name.substring(2), name, flag.substring(equals + 1));
        }
        return found;
    }

    private Map<Setting, Said> ofFile(Said where) {
        Map<Setting, Said> found = new EnumMap<>(Setting.class);
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of(where.text()), StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException e) {
            faults.add(new Fault(where.source(), "a properties file in UTF-8", where.text()));
        }
        for (String key : new java.util.TreeSet<>(properties.stringPropertyNames())) {
            put(found, key, key + " in " + where.text(), properties.getProperty(key, ""));
        }
        return found;
    }

    private void put(Map<Setting, Said> found, String key, String source, String text) {
        Setting.ofKey(key)
                .ifPresentOrElse(
                        setting -> found.put(setting, new Said(source, text.strip())),
                        () -> faults.add(new Fault(source, "a setting's name", key)));
    }
}
