package io.yipiao.verifier.verdict;

/** The languages that people are answered in; a page or a command speaks one of them. */
public enum Language {
    CHINESE,
    ENGLISH
}
