package io.yipiao.verifier.cli;

import io.yipiao.verifier.verdict.Field;
import io.yipiao.verifier.verdict.VerdictKind;

import java.util.List;

/**
 * Which layer exposed one alteration.
 *
 * @param alteration what was changed
 * @param rewritten the verdict on a QR code that the forger made anew of the changed bill under the
 *     seal he has: the only one he has
 * @param eye what a person sees who compares the changed paper with the facts of the true code,
 *     which the forger left on it
 * @param typed which typed elements differ from the true code
 * @param file what of the changed file differs from the true code
 */
record AlterationRow(
        Alteration alteration,
        VerdictKind rewritten,
        List<Field> eye,
        List<Field> typed,
        List<Field> file) {}
