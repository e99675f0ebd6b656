/** Tests of the desk's and the auditor's pages, over HTTP and without scripts. */
@NullMarked
package io.yipiao.gateway.web.desk;

import org.jspecify.annotations.NullMarked;
