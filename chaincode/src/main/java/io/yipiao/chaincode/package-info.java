@NullMarked
package io.yipiao.chaincode;

import org.jspecify.annotations.NullMarked;
