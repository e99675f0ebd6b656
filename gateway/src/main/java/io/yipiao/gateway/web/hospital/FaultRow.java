package io.yipiao.gateway.web.hospital;

/**
 * One fault of a file of bills.
 *
 * @param line counted from 1
 * @param number of the bill, if it could be read
 * @param field in words
 * @param advice how to mend it
 */
public record FaultRow(
        long line, String number, String field, String expected, String found, String advice) {}
