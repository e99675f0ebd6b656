package io.yipiao.verifier.verdict;

/** One thing to say, in each language. */
public record Sentence(String chinese, String english) {

    public String in(Language language) {
        return switch (language) {
            case CHINESE -> chinese;
            case ENGLISH -> english;
        };
    }
}
