package io.yipiao.gateway.settings;

/**
 * What somebody said about a setting.
 *
 * @param source where it was said
 * @param text what was said
 */
record Said(String source, String text) {}
