package io.yipiao.verifier.cli;

import io.yipiao.verifier.verdict.Sentence;

/** A file or an argument cannot be used; the sentence says which, and what would be. */
final class InputException extends Exception {
    private final Sentence sentence;

    InputException(String chinese, String english) {
        super(english);
        this.sentence = new Sentence(chinese, english);
    }

    InputException(String chinese, String english, Exception cause) {
        super(english, cause);
        this.sentence = new Sentence(chinese, english);
    }

    Sentence sentence() {
        return sentence;
    }
}
