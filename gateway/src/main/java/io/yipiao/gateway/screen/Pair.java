package io.yipiao.gateway.screen;

import java.util.UUID;

/** Two bills that are to be compared, in the order of their names as PostgreSQL has it. */
record Pair(UUID bill, UUID other) {}
