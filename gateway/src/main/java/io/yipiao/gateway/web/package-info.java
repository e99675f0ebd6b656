/**
 * The pages that people open. A request comes in, a page goes out: who the visitor is, in which
 * language, whether a form was really ours, then the page's own handler; one chain for all ({@link
 * io.yipiao.gateway.web.Serving}). Words stand in two bundles, shapes in jte templates, colours in
 * one style sheet. The pages of each kind of visitor have a package of their own below this one.
 */
@NullMarked
package io.yipiao.gateway.web;

import org.jspecify.annotations.NullMarked;
