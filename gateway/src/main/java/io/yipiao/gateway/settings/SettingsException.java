package io.yipiao.gateway.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; its message lists every fault, one a line. */
public final class SettingsException extends Exception {
    @SuppressWarnings("serial") // never sent anywhere
    private final List<Fault> faults;

    SettingsException(List<Fault> faults) {
        super(message(faults));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    private static String message(List<Fault> faults) {
        String count = faults.size() == 1 ? "one setting" : faults.size() + " settings";
        return faults.stream()
                .map(fault -> "\n  " + fault)
                .collect(Collectors.joining("", "Please correct " + count + ":", ""));
    }
}
