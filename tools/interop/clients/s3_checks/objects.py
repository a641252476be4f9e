"""Objects: their bytes, what is said of them, parts of them, and conditions."""

import datetime
import hashlib
import io
import os
import tempfile

from boto3.s3.transfer import TransferConfig

from .common import SYDNEY, bucket, check, client, code_of, equal, error_of

ODD = ("a", "a b+c&d=e?f#g%20h", "ü/é ✓ \U0001f600", "//two//", "./../dots", "trailing/", "'quotes\"<&>", "~*()!", "percent%2Fslash", " ", "\\back")


@check
def objects_of_any_name_there_and_back():
    s3 = client()
    name = bucket(s3)
    for key in ODD:
        body = key.encode() * 3
        put = s3.put_object(Bucket=name, Key=key, Body=body)
        equal(put["ETag"], f'"{hashlib.md5(body).hexdigest()}"')
        got = s3.get_object(Bucket=name, Key=key)
        equal((got["Body"].read(), got["ETag"], got["ContentLength"]), (body, put["ETag"], len(body)))
    equal(sorted(one["Key"] for one in s3.list_objects_v2(Bucket=name)["Contents"]), sorted(ODD))
    deleted = s3.delete_objects(Bucket=name, Delete={"Objects": [{"Key": key} for key in ODD]})
    equal(sorted(one["Key"] for one in deleted["Deleted"]), sorted(ODD))
    equal(s3.list_objects_v2(Bucket=name)["KeyCount"], 0)
    equal(code_of(s3.put_object, Bucket=name, Key="k" * 1025, Body=b""), "KeyTooLongError")
    s3.put_object(Bucket=name, Key="a\x01b", Body=b"")
    # XML 1.0 has no such character, and boto3 sends it as it is.
    equal(code_of(s3.delete_objects, Bucket=name, Delete={"Objects": [{"Key": "a\x01b"}]}), "MalformedXML")
    s3.delete_object(Bucket=name, Key="a\x01b")


@check
def what_is_said_of_an_object():
    s3 = client()
    name = bucket(s3)
    said = {
        "ContentType": "text/csv", "ContentLanguage": "de", "CacheControl": "no-cache", "ContentEncoding": "gzip",
        "ContentDisposition": 'attachment; filename="a b.csv"', "Metadata": {"colour": "blue", "empty": ""},
        "StorageClass": "STANDARD_IA", "WebsiteRedirectLocation": "/other",
    }
    s3.put_object(Bucket=name, Key="a", Body=b"x,y", Tagging="a=1&b=%C3%A4", Expires=datetime.datetime(2030, 1, 2, tzinfo=datetime.timezone.utc), **said)
    head = s3.head_object(Bucket=name, Key="a")
    equal({member: head.get(member) for member in said}, said)
    equal((head["ContentLength"], head["AcceptRanges"], head["ServerSideEncryption"]), (3, "bytes", "AES256"))
    assert abs((head["LastModified"] - datetime.datetime.now(datetime.timezone.utc)).total_seconds()) < 60, head
    equal(s3.get_object(Bucket=name, Key="a")["TagCount"], 2)
    changed = s3.get_object(Bucket=name, Key="a", ResponseContentType="text/plain", ResponseCacheControl="max-age=1")
    equal((changed["ContentType"], changed["CacheControl"]), ("text/plain", "max-age=1"))
    s3.put_object(Bucket=name, Key="plain", Body=b"")
    equal(s3.head_object(Bucket=name, Key="plain")["ContentType"], "binary/octet-stream")
    long = {"long": "x" * 2100}
    equal(code_of(s3.put_object, Bucket=name, Key="a", Body=b"", Metadata=long), "MetadataTooLarge")
    attributes = s3.get_object_attributes(Bucket=name, Key="a", ObjectAttributes=["ETag", "ObjectSize", "StorageClass", "Checksum"])
    equal((attributes["ETag"], attributes["ObjectSize"], attributes["StorageClass"]), (head["ETag"].strip('"'), 3, "STANDARD_IA"))


@check
def ranges():
    s3 = client()
    name = bucket(s3)
    body = bytes(range(100))
    s3.put_object(Bucket=name, Key="a", Body=body)
    for wanted, part, told in (
        ("bytes=0-9", body[:10], "bytes 0-9/100"), ("bytes=90-", body[90:], "bytes 90-99/100"),
        ("bytes=-5", body[-5:], "bytes 95-99/100"), ("bytes=50-1000", body[50:], "bytes 50-99/100"),
    ):
        got = s3.get_object(Bucket=name, Key="a", Range=wanted)
        equal((got["Body"].read(), got["ContentRange"], got["ContentLength"]), (part, told, len(part)))
        equal(got["ResponseMetadata"]["HTTPStatusCode"], 206)
        equal(s3.head_object(Bucket=name, Key="a", Range=wanted)["ContentLength"], len(part))
    whole = s3.get_object(Bucket=name, Key="a", Range="lines=1-2")
    equal((whole["Body"].read(), "ContentRange" in whole), (body, False))
    told = error_of(s3.get_object, Bucket=name, Key="a", Range="bytes=100-")
    equal((told["Error"]["Code"], told["ResponseMetadata"]["HTTPStatusCode"]), ("InvalidRange", 416))
    s3.put_object(Bucket=name, Key="empty", Body=b"")
    equal(code_of(s3.get_object, Bucket=name, Key="empty", Range="bytes=0-0"), "InvalidRange")


@check
def conditions_of_reads():
    s3 = client()
    name = bucket(s3)
    etag = s3.put_object(Bucket=name, Key="a", Body=b"x")["ETag"]
    modified = s3.head_object(Bucket=name, Key="a")["LastModified"]
    before = modified - datetime.timedelta(days=1)
    for call in (s3.get_object, s3.head_object):
        for conditions, code in (
            ({"IfMatch": etag}, "no error"), ({"IfMatch": '"0"'}, "412"), ({"IfNoneMatch": etag}, "304"), ({"IfNoneMatch": '"0"'}, "no error"),
            ({"IfModifiedSince": before}, "no error"), ({"IfModifiedSince": modified}, "304"), ({"IfUnmodifiedSince": modified}, "no error"),
            ({"IfUnmodifiedSince": before}, "412"), ({"IfMatch": etag, "IfUnmodifiedSince": before}, "no error"),
            ({"IfNoneMatch": etag, "IfModifiedSince": before}, "304"),
        ):
            wanted = "PreconditionFailed" if code == "412" and call == s3.get_object else code
            equal((conditions, code_of(call, Bucket=name, Key="a", **conditions)), (conditions, wanted))


@check
def conditions_of_writes():
    s3 = client()
    name = bucket(s3)
    etag = s3.put_object(Bucket=name, Key="a", Body=b"1", IfNoneMatch="*")["ETag"]
    equal(code_of(s3.put_object, Bucket=name, Key="a", Body=b"2", IfNoneMatch="*"), "PreconditionFailed")
    equal(code_of(s3.put_object, Bucket=name, Key="a", Body=b"2", IfMatch='"0"'), "PreconditionFailed")
    equal(code_of(s3.put_object, Bucket=name, Key="none", Body=b"2", IfMatch=etag), "NoSuchKey")
    second = s3.put_object(Bucket=name, Key="a", Body=b"2", IfMatch=etag)["ETag"]
    equal(code_of(s3.delete_object, Bucket=name, Key="a", IfMatch=etag), "PreconditionFailed")
    s3.delete_object(Bucket=name, Key="a", IfMatch=second)
    equal(code_of(s3.get_object, Bucket=name, Key="a"), "NoSuchKey")
    told = error_of(s3.head_object, Bucket=name, Key="a")
    equal((told["Error"]["Code"], told["ResponseMetadata"]["HTTPStatusCode"]), ("404", 404))
    s3.delete_object(Bucket=name, Key="a")


@check
def checksums():
    s3 = client()
    name = bucket(s3)
    for algorithm in ("CRC32", "SHA1", "SHA256"):
        member = f"Checksum{algorithm}"
        put = s3.put_object(Bucket=name, Key=algorithm, Body=b"sum", ChecksumAlgorithm=algorithm)
        got = s3.get_object(Bucket=name, Key=algorithm, ChecksumMode="ENABLED")
        equal((got["Body"].read(), got[member], got["ChecksumType"]), (b"sum", put[member], "FULL_OBJECT"))
        assert member not in s3.head_object(Bucket=name, Key=algorithm), "a sum that nobody asked for"
    signed = client(payload_signing_enabled=True)
    signed.put_object(Bucket=name, Key="signed", Body=io.BytesIO(b"y" * 100_000), ChecksumAlgorithm="SHA256")
    equal(s3.get_object(Bucket=name, Key="signed")["Body"].read(), b"y" * 100_000)
    equal(code_of(s3.put_object, Bucket=name, Key="a", Body=b"x", ContentMD5="AAAAAAAAAAAAAAAAAAAAAA=="), "BadDigest")
    equal(code_of(s3.put_object, Bucket=name, Key="a", Body=b"x", ContentMD5="short"), "InvalidDigest")
    equal(code_of(s3.put_object, Bucket=name, Key="a", Body=b"x", ChecksumCRC32="AAAAAA=="), "BadDigest")
    equal(code_of(s3.head_object, Bucket=name, Key="a"), "404")


@check
def files_of_20_MB_up_and_down():
    s3 = client(region=SYDNEY)
    name = bucket(s3)
    body = os.urandom(20_000_000)
    with tempfile.TemporaryDirectory() as folder:
        source, back = os.path.join(folder, "source"), os.path.join(folder, "back")
        with open(source, "wb") as file:
            file.write(body)
        seen = []
        s3.upload_file(source, name, "large", ExtraArgs={"Metadata": {"of": "a file"}}, Callback=seen.append)
        equal(sum(seen), len(body))
        s3.download_file(name, "large", back)
        with open(back, "rb") as file:
            assert file.read() == body, "other bytes came back"
    head = s3.head_object(Bucket=name, Key="large")
    assert head["ETag"].endswith('-3"'), head["ETag"]
    equal((head["ContentLength"], head["Metadata"]), (len(body), {"of": "a file"}))
    stream = io.BytesIO()
    s3.upload_fileobj(io.BytesIO(body), name, "stream", Config=TransferConfig(multipart_threshold=5_242_880, multipart_chunksize=5_242_880))
    s3.download_fileobj(name, "stream", stream)
    assert stream.getvalue() == body, "other bytes came back"
    assert s3.head_object(Bucket=name, Key="stream")["ETag"].endswith('-4"')


@check
def tags_of_objects():
    s3 = client()
    name = bucket(s3)
    s3.put_object(Bucket=name, Key="a", Body=b"")
    equal(s3.get_object_tagging(Bucket=name, Key="a")["TagSet"], [])
    tags = [{"Key": "a", "Value": "ü +-=._:/@"}, {"Key": "b", "Value": ""}]
    s3.put_object_tagging(Bucket=name, Key="a", Tagging={"TagSet": tags})
    equal(sorted(s3.get_object_tagging(Bucket=name, Key="a")["TagSet"], key=str), sorted(tags, key=str))
    many = {"TagSet": [{"Key": str(at), "Value": "-"} for at in range(11)]}
    equal(code_of(s3.put_object_tagging, Bucket=name, Key="a", Tagging=many), "BadRequest")
    wrong = {"TagSet": [{"Key": "aws:mine", "Value": "-"}]}
    equal(code_of(s3.put_object_tagging, Bucket=name, Key="a", Tagging=wrong), "InvalidTag")
    s3.delete_object_tagging(Bucket=name, Key="a")
    equal(s3.get_object_tagging(Bucket=name, Key="a")["TagSet"], [])
    equal(code_of(s3.get_object_tagging, Bucket=name, Key="none"), "NoSuchKey")


@check
def archives():
    s3 = client()
    name = bucket(s3)
    s3.put_object(Bucket=name, Key="cold", Body=b"x", StorageClass="GLACIER")
    equal(code_of(s3.get_object, Bucket=name, Key="cold"), "InvalidObjectState")
    restored = s3.restore_object(Bucket=name, Key="cold", RestoreRequest={"Days": 1, "GlacierJobParameters": {"Tier": "Bulk"}})
    equal(restored["ResponseMetadata"]["HTTPStatusCode"], 202)
    assert 'ongoing-request="false"' in s3.head_object(Bucket=name, Key="cold")["Restore"]
    equal(s3.get_object(Bucket=name, Key="cold")["Body"].read(), b"x")
