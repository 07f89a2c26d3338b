"""Texts in other languages and scripts: nothing crashes, and what is found is the text's own."""

from __future__ import annotations

import pytest

from bot.core.extract import extract
from bot.core.facts import Facts, QuoteKind
from bot.core.structure import read_article

TEXTS = {
    "French": "Le pont est fermé\n\n« Nous allons le réparer », a déclaré Anne Brandt lundi. Plus de 40 personnes ont attendu.",
    "German": "Brücke gesperrt\n\n„Wir bauen sie neu“, sagte Anna Brandt am 3. Mai 2021. Rund 2.000 Menschen kamen, 12 % mehr als sonst.",
    "Spanish": "El puente sigue cerrado\n\n—No sabemos nada —dijo Ana Ruiz—. «Es viejo», añadió. Costó 1.200.000 €.",
    "Italian": "Il ponte è chiuso\n\nSecondo il sindaco, “servono 3,5 milioni”. Nessuno è rimasto ferito.",
    "Portuguese": "A ponte caiu\n\nO presidente disse que «não há mortos». Cerca de 30 carros ficaram presos.",
    "Dutch": "Brug dicht\n\n‘We weten het niet’, zei Jan de Wit. Ongeveer 150 mensen moesten wachten.",
    "Polish": "Most zamknięty\n\n„Naprawimy go” – powiedziała Anna Nowak. Zginęło 5 osób, rannych jest ok. 20.",
    "Czech": "Most je zavřený\n\n„Opravíme ho,“ řekla Jana Nováková. Stálo to 2 500 Kč.",
    "Swedish": "Bron är stängd\n\n– Vi vet inte, säger Anna Lind. Minst 14 personer skadades.",
    "Finnish": "Silta suljettu\n\n”Korjaamme sen”, sanoi Anna Virtanen. Noin 1 000 ihmistä odotti.",
    "Turkish": "Köprü kapandı\n\n“Onaracağız” dedi Ayşe İnan. Yaklaşık %12 arttı, İstanbul'da 3 kişi yaralandı.",
    "Russian": "Мост закрыт\n\n«Мы его починим», — сказала Анна Брандт 6 января 2022 г. Пострадали 40 человек.",
    "Ukrainian": "Міст закрито\n\n«Ми не знаємо», – сказав речник. Загинуло щонайменше 12 людей.",
    "Kazakh": "Көпір жабылды\n\n«Біз оны жөндейміз», – деді министр. 353 полицей жараланды.",
    "Greek": "Η γέφυρα έκλεισε\n\n«Θα την επισκευάσουμε», είπε η Άννα. Περίπου 50 άτομα περίμεναν;",
    "Arabic": "الجسر مغلق\n\nقال الوزير: «سنصلحه قريبا». وأصيب أكثر من ٤٠ شخصا في ٣ مدن.",
    "Hebrew": "הגשר סגור\n\n״אנחנו נתקן אותו״, אמרה אנה. כ-40 אנשים חיכו.",
    "Hindi": "पुल बंद है\n\nमंत्री ने कहा, “हम इसे ठीक करेंगे।” कम से कम १२ लोग घायल हुए।",
    "Chinese": "大桥关闭\n\n部长说：“我们会修好它。”超过40人受伤，损失约3亿元。",
    "Japanese": "橋が閉鎖\n\n大臣は「修理する」と述べた。少なくとも12人がけがをした。",
    "Korean": "다리 폐쇄\n\n장관은 “고치겠다”고 말했다. 약 40명이 다쳤다.",
    "Thai": "สะพานปิด\n\nรัฐมนตรีกล่าวว่า “เราจะซ่อม” มีผู้บาดเจ็บกว่า 40 คน",
}


@pytest.fixture(params=list(TEXTS.values()), ids=list(TEXTS))
def read(request: pytest.FixtureRequest) -> tuple[str, Facts]:
    text: str = request.param
    return text, extract(read_article(text, id="elsewhere"))


def test_every_fact_lies_in_the_text(read: tuple[str, Facts]) -> None:
    text, facts = read

    spans = [
        *(quote.marked for quote in facts.quotes),
        *(figure.span for figure in facts.figures),
        *(source.name for source in facts.sources),
        *(dated.span for dated in facts.dates),
        *(report.content for report in facts.reports),
    ]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_nobody_is_named_as_a_speaker_who_is_only_a_piece_of_a_sentence(read: tuple[str, Facts]) -> None:
    text, facts = read

    speakers = [quote.speaker.best.of(text) for quote in facts.quotes if quote.speaker]

    assert all(len(speaker.split()) <= 4 for speaker in speakers), speakers


def test_every_amount_is_printed_in_digits_there(read: tuple[str, Facts]) -> None:
    text, facts = read

    amounts = [figure.span.of(text) for figure in facts.figures]

    assert all(any(char.isdigit() for char in amount) for amount in amounts), amounts


def test_no_language_makes_its_words_a_post(read: tuple[str, Facts]) -> None:
    assert not any(quote.kind is QuoteKind.POST for quote in read[1].quotes)
