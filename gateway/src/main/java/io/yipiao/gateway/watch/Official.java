package io.yipiao.gateway.watch;

import java.util.UUID;

/**
 * Who acts for the bureau.
 *
 * @param id his account's, or his token's
 * @param name by which records call him, not empty
 */
public record Official(UUID id, String name) {
    public Official {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an official has a name");
        }
    }
}
