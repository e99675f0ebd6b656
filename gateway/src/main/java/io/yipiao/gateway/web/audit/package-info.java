/**
 * The auditor's pages: ledger against database, its differences, and all of it as CSV; a case and a
 * bill are read at the desk's pages under paths of his own. He reads and changes nothing.
 */
@NullMarked
package io.yipiao.gateway.web.audit;

import org.jspecify.annotations.NullMarked;
