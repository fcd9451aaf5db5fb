# SPDX-License-Identifier: EUPL-1.2
"""Archives as no packing program writes them."""
import io
import pathlib
import struct
import sys
import zipfile
import zlib

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "scenario"))
from scenario import write_sheet  # noqa: E402


def zip_of(*entries):
    """Names may be hostile: nothing is changed about them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            info = zipfile.ZipInfo("x" * len(name))
            info.filename = name
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def changed(archive, at):
    return archive[:at] + bytes(byte ^ 0x55 for byte in archive[at:at + 50]) + archive[at + 50:]


def packed(content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def local_entry(name, body, crc, size):
    return struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0x21, crc, len(body), size, len(name), 0) + name + body


def directory_entry(name, body, crc, size):
    return struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0x21, crc, len(body), size, len(name),
                       0, 0, 0, 0, 0, 0) + name


def ended(body, directory, count):
    return body + directory + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(directory), len(body), 0)


def lying(name, content):
    """One entry that says it is ten bytes long."""
    body, crc, name = packed(content), zlib.crc32(content), name.encode()
    return ended(local_entry(name, body, crc, 10), directory_entry(name, body, crc, 10), 1)


def overlapping(name, content, count):
    """Many entries, all of them the same bytes."""
    body, crc = packed(content), zlib.crc32(content)
    names = [f"{i:03}/{name}".encode() for i in range(count)]
    directory = b"".join(directory_entry(each, body, crc, len(content)) for each in names)
    return ended(local_entry(names[0], body, crc, len(content)), directory, count)


def sheet(rows, merged=""):
    path = io.BytesIO()
    write_sheet(path, rows, merged)
    return path.getvalue()
