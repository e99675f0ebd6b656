package io.yipiao.verifier.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalAmountTest {

    @ParameterizedTest
    @CsvSource({
        "3354.30,叁仟叁佰伍拾肆元叁角整",
        "474.65,肆佰柒拾肆元陆角伍分",
        "1409.50,壹仟肆佰零玖元伍角整",
        "6007.14,陆仟零柒元壹角肆分",
        "1680.32,壹仟陆佰捌拾元叁角贰分",
        "107000.53,壹拾万零柒仟元伍角叁分",
        "16409.02,壹万陆仟肆佰零玖元零贰分",
        "325.04,叁佰贰拾伍元零肆分",
        "0.00,零元整",
        "0.05,伍分",
        "0.50,伍角整",
        "0.55,伍角伍分",
        "10.00,壹拾元整",
        "100000.00,壹拾万元整",
        "100000000.00,壹亿元整",
        "100000001.00,壹亿零壹元整",
        "1000010000.00,壹拾亿零壹万元整",
        "10020030.00,壹仟零贰万零叁拾元整",
        "10000000000.00,壹佰亿元整",
        "10995116277.75,壹佰零玖亿玖仟伍佰壹拾壹万陆仟贰佰柒拾柒元柒角伍分"
    })
    void writes_amounts_as_the_peoples_bank_prescribes(String yuan, String capitals)
            throws FieldException {
        assertEquals(capitals, CapitalAmount.of(Fen.ofYuan("amount", yuan)));
    }
}
