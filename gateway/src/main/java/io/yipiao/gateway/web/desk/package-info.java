/**
 * The pages of clerks and supervisors: the queue with its clock, the box that takes whatever a
 * scanner sends, a bill's verdict with all they may see, and a case, from its lines to its stamp. A
 * claim's number, a bill's id or what was scanned come in; decisions go out to {@link
 * io.yipiao.gateway.claim.Decisions}.
 */
@NullMarked
package io.yipiao.gateway.web.desk;

import org.jspecify.annotations.NullMarked;
