package io.yipiao.verifier.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.Refusals;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

class OrganisationRootsTest {
    private final TestOrganisation insurance = TestOrganisation.of("InsuranceMSP");
    private final TestOrganisation finance = TestOrganisation.of("FinanceMSP");

    @Test
    void reads_several_roots_of_several_organisations() throws FieldException {
        TestOrganisation second = new TestOrganisation("InsuranceMSP", "ca2.InsuranceMSP");
        OrganisationRoots roots =
                OrganisationRoots.parse(
                        Jcs.bytes(
                                organisations(
                                        organisation("InsuranceMSP", insurance, second),
                                        organisation("FinanceMSP", finance))));
        assertEquals(Set.of("InsuranceMSP", "FinanceMSP"), roots.roots().keySet());
        assertEquals(2, roots.of("InsuranceMSP").size());
        assertEquals(List.of(), roots.of("HospitalMSP"));
    }

    @Test
    void refuses_a_root_that_two_organisations_share() {
        assertRefused(
                "one organisation each",
                organisation("InsuranceMSP", insurance),
                organisation("FinanceMSP", insurance));
    }

    @Test
    void refuses_an_organisation_twice() {
        assertRefused(
                "each organisation once",
                organisation("InsuranceMSP", insurance),
                organisation("InsuranceMSP", finance));
    }

    @Test
    void refuses_a_certificate_that_is_no_authoritys() {
        Json.Members peer =
                Json.object()
                        .put("msp", "InsuranceMSP")
                        .put("roots", Json.texts(List.of(insurance.peer().certificate())))
                        .end();
        assertRefused("an authority's certificate", peer);
    }

    @Test
    void refuses_text_that_is_no_certificate() {
        Json.Members none =
                Json.object()
                        .put("msp", "InsuranceMSP")
                        .put("roots", Json.texts(List.of("")))
                        .end();
        assertRefused("an X.509 certificate in PEM", none);
        Refusals.assertRefused(
                FieldException.class,
                "organisations",
                () -> OrganisationRoots.parse("{}".getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(String reason, Json.Members... organisations) {
        Refusals.assertRefused(
                FieldException.class,
                reason,
                () -> OrganisationRoots.parse(Jcs.bytes(organisations(organisations))));
    }

    private static Json.Members organisations(Json.Members... organisations) {
        return Json.object().put("organisations", List.of(organisations)).end();
    }

    private static Json.Members organisation(String msp, TestOrganisation... authorities) {
        List<String> roots = List.of(authorities).stream().map(TestOrganisation::root).toList();
        return Json.object().put("msp", msp).put("roots", Json.texts(roots)).end();
    }
}
