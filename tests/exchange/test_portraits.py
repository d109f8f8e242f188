"""A persona's picture: small, bare and harmless, whatever was sent."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from journeymap.domain.model import limits
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.portraits import portrait
from tests.support.pictures import NOT_ONE, SECRET, bomb, passes, sent, stuffed, wide_webp


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_kept_small_and_without_what_came_with_it(kind: str) -> None:
    content = sent(kind, (1600, 1000))
    assert SECRET in content, "the picture that is sent says where it was taken"
    made = portrait(content)
    image = opened(made.content)
    assert (image.format, image.size) == ("WEBP", (256, 160))
    assert len(made.content) <= limits.PICTURE_BYTES
    assert SECRET not in made.content
    assert not image.getexif()


def test_a_picture_stands_upright_though_nothing_says_how_it_was_held() -> None:
    image = opened(portrait(sent(size=(640, 400), turned=True)).content).convert("RGB")
    assert image.size == (160, 256)
    red, _, blue = image.split()
    where = red.crop((0, 0, 160, 100)), blue.crop((0, 156, 160, 256))
    assert [min(part.tobytes()) > 100 for part in where] == [True, True], "red above, blue below"


def test_what_nobody_sees_through_stays_so() -> None:
    image = opened(portrait(sent("PNG", (300, 300), mode="RGBA")).content)
    assert image.size == (256, 256)


def test_noise_that_packs_badly_is_kept_within_its_bytes() -> None:
    noise = BytesIO()
    Image.effect_noise((900, 900), 200).convert("RGB").save(noise, "PNG")
    assert len(portrait(noise.getvalue()).content) <= limits.PICTURE_BYTES


def test_what_stands_within_a_picture_beside_its_dots_goes() -> None:
    assert opened(stuffed()).size == (32, 32)
    assert SECRET in stuffed()
    assert SECRET not in portrait(stuffed()).content


@pytest.mark.parametrize("behind", [b"<script>alert(1)</script>", b"EXIF\x04\x00\x00\x00abcd"])
def test_what_stands_behind_a_picture_goes(behind: bytes) -> None:
    small = portrait(sent()).content
    grown = bytearray(small + behind)
    grown[4:8] = (len(grown) - 8).to_bytes(4, "little")
    for content in (small + behind, bytes(grown), sent("PNG") + behind, sent() + behind):
        with suppress(Refusal):
            assert behind not in portrait(content).content


@pytest.mark.parametrize("content", NOT_ONE.values(), ids=NOT_ONE)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal, match="JPEG, PNG or WebP"):
        portrait(content)


def test_a_picture_that_would_fill_the_memory_is_not_opened() -> None:
    assert len(bomb()) < 200
    with pytest.raises(Refusal) as why:
        portrait(bomb(side=6_000))
    assert why.value.key == "refusal-picture-too-many-dots"
    with pytest.raises(Refusal):
        portrait(bomb())


def test_a_picture_that_is_drawn_in_hundreds_of_passes_is_not_opened() -> None:
    assert opened(passes(limits.PICTURE_SCANS + 1)).size == (64, 64), "it is a picture for all that"
    assert portrait(passes(limits.PICTURE_SCANS)).content
    with pytest.raises(Refusal) as why:
        portrait(passes(limits.PICTURE_SCANS + 1))
    assert why.value.key == "refusal-picture-too-much-work"


def test_what_is_unpacked_whole_may_have_fewer_dots_than_a_jpeg() -> None:
    assert len(wide_webp()) < 100
    for content in (wide_webp(), bomb(side=4_000)):
        with pytest.raises(Refusal) as why:
            portrait(content)
        assert (why.value.key, why.value.values) == ("refusal-picture-too-many-dots", {"most": 12})
    assert portrait(passes(2, side=4_000)).content


def test_more_than_can_be_sent_is_not_looked_at() -> None:
    with pytest.raises(Refusal, match="6 MB"):
        portrait(bytes(limits.PICTURE_SENT_BYTES + 1))


def test_no_module_but_this_opens_pictures() -> None:
    """Whoever opens one elsewhere passes these checks over."""
    root = Path(__file__).parents[2] / "journeymap"
    found = [path.name for path in root.rglob("*.py") if "from PIL" in path.read_text(encoding="utf-8")]
    assert found == ["portraits.py"]
