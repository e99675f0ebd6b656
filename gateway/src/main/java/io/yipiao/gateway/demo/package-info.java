/**
 * The demonstration: a gateway with a small hospital, its bills and its people, and the story of
 * one bill told over HTTP. For trial on one machine; nothing else of the gateway knows of it.
 */
@NullMarked
package io.yipiao.gateway.demo;

import org.jspecify.annotations.NullMarked;
