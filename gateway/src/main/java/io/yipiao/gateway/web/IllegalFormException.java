package io.yipiao.gateway.web;

import java.io.IOException;

/** A form that no page of ours sends. */
public final class IllegalFormException extends IOException {
    IllegalFormException(String message) {
        super(message);
    }
}
