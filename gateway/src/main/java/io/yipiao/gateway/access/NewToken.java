package io.yipiao.gateway.access;

/** A token just made, the only time its text is known. */
public record NewToken(TokenRecord record, TokenText text) {}
