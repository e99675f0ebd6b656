package io.yipiao.gateway.demo;

/** The story does not go as it should; the message says what was expected and what came. */
public final class StoryException extends RuntimeException {
    public StoryException(String message) {
        super(message);
    }

    public StoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
