package io.yipiao.verifier.verdict;

/**
 * One thing that a seal proves and the paper prints.
 *
 * @param field what it is
 * @param value as the paper writes it; the same in each language but for words
 */
public record Fact(Field field, Sentence value) {}
