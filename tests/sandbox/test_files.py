"""Photos in sizes, files by id, albums."""

import io

import pytest
from aiohttp import FormData
from PIL import Image

from tests.sandbox.conftest import Json, Stage


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    """A picture's bytes."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, kind)
    return buffer.getvalue()


async def fetched(stage: Stage, file_id: str) -> bytes:
    """getFile and download."""
    path = (await stage.ok("getFile", file_id=file_id))["file_path"]
    async with stage.http.get(f"{stage.sandbox.url}/file/bot{stage.token}/{path}") as response:
        assert response.status == 200
        return await response.read()


@pytest.mark.parametrize(
    ("size", "boxes"),
    [
        ((60, 40), [(60, 40)]),
        ((759, 570), [(90, 68), (320, 240), (759, 570)]),
        ((1500, 3000), [(45, 90), (160, 320), (400, 800), (640, 1280), (1280, 2560)]),
    ],
)
async def test_a_photo_comes_in_sizes(stage: Stage, size: tuple[int, int], boxes: list[tuple[int, int]]) -> None:
    person = await stage.person()
    answer = await stage.upload("sendPhoto", {"photo": picture(*size)}, chat_id=str(person))
    sizes = answer["result"]["photo"]
    assert [(each["width"], each["height"]) for each in sizes] == boxes
    data = await fetched(stage, sizes[-1]["file_id"])
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("JPEG", boxes[-1])
    assert len(data) == sizes[-1]["file_size"]


async def test_photos_lose_their_metadata(stage: Stage) -> None:
    person = await stage.person()
    exif = Image.Exif()
    exif[0x010E] = "rahasia"
    exif[0x0112] = 6  # lies on its side
    buffer = io.BytesIO()
    Image.new("RGB", (200, 100)).save(buffer, "JPEG", exif=exif)
    answer = await stage.upload("sendPhoto", {"photo": buffer.getvalue()}, chat_id=str(person))
    data = await fetched(stage, answer["result"]["photo"][-1]["file_id"])
    with Image.open(io.BytesIO(data)) as image:
        assert (dict(image.getexif()), image.size) == ({}, (100, 200))


@pytest.mark.parametrize(
    ("data", "description"),
    [
        (b"", "Bad Request: file must be non-empty"),
        (b"not a picture", "Bad Request: IMAGE_PROCESS_FAILED"),
        (picture(9000, 1500), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (picture(400, 10), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (bytes(10485761), "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes"),
    ],
)
async def test_what_is_no_photo(stage: Stage, data: bytes, description: str) -> None:
    person = await stage.person()
    answer = await stage.upload("sendPhoto", {"photo": data}, chat_id=str(person))
    assert description in answer["description"]


async def test_file_ids(stage: Stage) -> None:
    person = await stage.person()
    photo = (await stage.upload("sendPhoto", {"photo": picture(200, 100)}, chat_id=str(person)))["result"]["photo"][-1]
    again = (await stage.ok("sendPhoto", chat_id=person, photo=photo["file_id"], caption="lagi"))["photo"][-1]
    assert again["file_unique_id"] == photo["file_unique_id"]
    refused = await stage.error("sendDocument", chat_id=person, document=photo["file_id"])
    assert refused == "Bad Request: can't use file of type Photo as Document"
    other = Stage(stage.sandbox, stage.http)
    await other.ok("getMe")
    assert await other.error("getFile", file_id=photo["file_id"]) == "Bad Request: invalid file_id"


async def test_documents_voices_and_videos_keep_their_bytes(stage: Stage) -> None:
    person = await stage.person()
    for kind in ("document", "voice", "video"):
        answer = await stage.upload(f"send{kind.title()}", {kind: b"some bytes"}, chat_id=str(person))
        assert await fetched(stage, answer["result"][kind]["file_id"]) == b"some bytes"


async def test_albums_of_people_are_separate_updates(stage: Stage) -> None:
    person = await stage.person()
    await stage.updates()
    form = FormData({"caption": "Kue 15rb"})
    for _ in range(3):
        form.add_field("photo", picture(300, 200), filename="a.png", content_type="image/png")
    await stage.side(f"/people/{person}/messages", form)
    messages: list[Json] = [update["message"] for update in await stage.updates()]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["Kue 15rb", None, None]
    first = messages[0]["message_id"]
    assert [message["message_id"] for message in messages] == [first, first + 1, first + 2]


async def test_albums_of_bots(stage: Stage) -> None:
    person = await stage.person()
    media = '[{"type": "photo", "media": "attach://a", "caption": "satu"}, {"type": "photo", "media": "attach://b"}]'
    files = {"a": picture(200, 100), "b": picture(100, 200)}
    answer = await stage.upload("sendMediaGroup", files, chat_id=str(person), media=media)
    assert [message.get("caption") for message in answer["result"]] == ["satu", None]
    files["b"] = b"broken"
    refused = await stage.upload("sendMediaGroup", files, chat_id=str(person), media=media)
    expected = 'Bad Request: failed to send message #2 with the error message "IMAGE_PROCESS_FAILED"'
    assert refused["description"] == expected
    assert len((await stage.side(f"/people/{person}/chat"))["messages"]) == 3
