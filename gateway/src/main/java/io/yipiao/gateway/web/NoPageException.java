package io.yipiao.gateway.web;

/** There is no such page, or what it shows is another's: a visitor cannot tell which. */
public final class NoPageException extends Exception {
    public NoPageException() {
        super("no such page");
    }
}
