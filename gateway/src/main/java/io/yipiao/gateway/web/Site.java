package io.yipiao.gateway.web;

/**
 * What all pages of a gateway have in common.
 *
 * @param address what the address bar should begin with, with its scheme
 * @param trial whether the ledger is the embedded one, which every page says
 * @param demonstration whether the demonstration's own pages are there
 */
public record Site(String address, boolean trial, boolean demonstration, Assets assets) {

    /** Whether browsers may send our cookies over TLS only. */
    boolean secure() {
        return address.startsWith("https:");
    }
}
