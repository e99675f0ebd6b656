/** Tests of the auditor's pages. */
@NullMarked
package io.yipiao.gateway.web.audit;

import org.jspecify.annotations.NullMarked;
