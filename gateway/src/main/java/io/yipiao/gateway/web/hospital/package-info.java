/**
 * A hospital's pages: its file of bills comes in, and out go counts as they grow, faults by line
 * with the lines to correct, QR codes, faces to print and receipts. At its window it files for
 * people without a phone. It sees its own bills only, and of them never who reimbursed.
 */
@NullMarked
package io.yipiao.gateway.web.hospital;

import org.jspecify.annotations.NullMarked;
