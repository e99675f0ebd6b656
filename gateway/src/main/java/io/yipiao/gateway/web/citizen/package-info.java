/**
 * The pages of those whose bills are reimbursed: their bills and those of the people for whom they
 * act, their claims step by step, who acts for whom, where they are paid and reached.
 *
 * <p>A visit of somebody who signed in comes in, a page goes out. What is another's is not there
 * for him (404); names are shown as 王*芳 and accounts by their last four digits.
 */
@NullMarked
package io.yipiao.gateway.web.citizen;

import org.jspecify.annotations.NullMarked;
