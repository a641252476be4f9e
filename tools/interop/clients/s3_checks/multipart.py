"""Objects that are uploaded, or copied, in parts."""

import hashlib

from .common import HOME, SYDNEY, bucket, check, client, code_of, equal

LEAST = 5_242_880


def begin(s3, name, key="large", **more):
    upload = s3.create_multipart_upload(Bucket=name, Key=key, **more)
    return {"Bucket": name, "Key": key, "UploadId": upload["UploadId"]}


def put(s3, upload, number, body):
    return {"PartNumber": number, "ETag": s3.upload_part(**upload, PartNumber=number, Body=body)["ETag"]}


@check
def uploads_in_parts():
    s3 = client()
    name = bucket(s3)
    bodies = [b"a" * LEAST, b"b" * LEAST, b"c"]
    upload = begin(s3, name, ContentType="text/x", Metadata={"m": "1"}, Tagging="t=1")
    equal([one["UploadId"] for one in s3.list_multipart_uploads(Bucket=name)["Uploads"]], [upload["UploadId"]])
    parts = [put(s3, upload, 1 + 2 * at, body) for at, body in enumerate(bodies)]
    listed = s3.list_parts(**upload)["Parts"]
    equal([(one["PartNumber"], one["Size"]) for one in listed], [(1, LEAST), (3, LEAST), (5, 1)])
    pages = list(s3.get_paginator("list_parts").paginate(**upload, PaginationConfig={"PageSize": 2}))
    equal([len(page["Parts"]) for page in pages], [2, 1])
    done = s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": parts})
    sums = b"".join(hashlib.md5(body).digest() for body in bodies)
    equal((done["ETag"], done["Key"]), (f'"{hashlib.md5(sums).hexdigest()}-3"', "large"))
    got = s3.get_object(Bucket=name, Key="large")
    assert got["Body"].read() == b"".join(bodies), "other bytes came back"
    equal((got["ContentType"], got["Metadata"], got["TagCount"]), ("text/x", {"m": "1"}, 1))
    second = s3.get_object(Bucket=name, Key="large", PartNumber=2)
    equal((second["ContentLength"], second["PartsCount"], second["ContentRange"]), (LEAST, 3, f"bytes {LEAST}-{2 * LEAST - 1}/{2 * LEAST + 1}"))
    attributes = s3.get_object_attributes(Bucket=name, Key="large", ObjectAttributes=["ObjectParts", "ObjectSize"])
    equal((attributes["ObjectParts"]["TotalPartsCount"], attributes["ObjectSize"]), (3, 2 * LEAST + 1))
    equal(s3.list_multipart_uploads(Bucket=name).get("Uploads"), None)


@check
def uploads_that_cannot_be_completed():
    s3 = client()
    name = bucket(s3)
    upload = begin(s3, name)
    small, large = put(s3, upload, 1, b"small"), put(s3, upload, 2, b"x" * LEAST)

    def complete(*parts):
        return code_of(s3.complete_multipart_upload, **upload, MultipartUpload={"Parts": list(parts)})

    equal(complete(small, large), "EntityTooSmall")
    equal(complete(large, small), "InvalidPartOrder")
    equal(complete({"PartNumber": 3, "ETag": small["ETag"]}), "InvalidPart")
    equal(complete({"PartNumber": 1, "ETag": large["ETag"]}), "InvalidPart")
    equal(complete(), "MalformedXML")
    equal(code_of(s3.upload_part, **upload, PartNumber=10_001, Body=b""), "InvalidArgument")
    equal(complete(small), "no error")


@check
def uploads_that_are_aborted():
    s3 = client()
    name = bucket(s3)
    uploads = [begin(s3, name, key) for key in ("a", "a", "b/c")]
    page = s3.list_multipart_uploads(Bucket=name, Delimiter="/")
    equal((len(page["Uploads"]), page["CommonPrefixes"]), (2, [{"Prefix": "b/"}]))
    pages = list(s3.get_paginator("list_multipart_uploads").paginate(Bucket=name, PaginationConfig={"PageSize": 1}))
    equal(sorted(one["UploadId"] for page in pages for one in page["Uploads"]), sorted(one["UploadId"] for one in uploads))
    for upload in uploads:
        put(s3, upload, 1, b"x")
        s3.abort_multipart_upload(**upload)
        equal(code_of(s3.abort_multipart_upload, **upload), "NoSuchUpload")
        equal(code_of(s3.list_parts, **upload), "NoSuchUpload")
        equal(code_of(s3.upload_part, **upload, PartNumber=1, Body=b""), "NoSuchUpload")
    equal(code_of(s3.head_object, Bucket=name, Key="a"), "404")
    s3.delete_bucket(Bucket=name)


@check
def parts_that_are_copied():
    s3, far = client(region=HOME), client(region=SYDNEY)
    source, target = bucket(s3), bucket(far)
    body = bytes(range(256)) * (LEAST // 128)
    s3.put_object(Bucket=source, Key="a ü+", Body=body)
    upload = begin(far, target)
    copied = []
    for number, (first, last) in enumerate(((0, LEAST - 1), (LEAST, len(body) - 1)), 1):
        answer = far.upload_part_copy(**upload, PartNumber=number, CopySource={"Bucket": source, "Key": "a ü+"}, CopySourceRange=f"bytes={first}-{last}")
        copied.append({"PartNumber": number, "ETag": answer["CopyPartResult"]["ETag"]})
    equal(code_of(far.upload_part_copy, **upload, PartNumber=3, CopySource={"Bucket": source, "Key": "a ü+"}, CopySourceRange=f"bytes=0-{len(body)}"), "InvalidArgument")
    equal(code_of(far.upload_part_copy, **upload, PartNumber=3, CopySource={"Bucket": source, "Key": "none"}), "NoSuchKey")
    far.complete_multipart_upload(**upload, MultipartUpload={"Parts": copied})
    assert far.get_object(Bucket=target, Key="large")["Body"].read() == body, "other bytes came back"


@check
def checksums_of_parts():
    s3 = client()
    name = bucket(s3)
    for kind, algorithm in (("COMPOSITE", "SHA256"), ("FULL_OBJECT", "CRC32")):
        upload = begin(s3, name, kind, ChecksumAlgorithm=algorithm, ChecksumType=kind)
        member, parts = f"Checksum{algorithm}", []
        for number, body in enumerate((b"x" * LEAST, b"y"), 1):
            put_part = s3.upload_part(**upload, PartNumber=number, Body=body, ChecksumAlgorithm=algorithm)
            parts.append({"PartNumber": number, "ETag": put_part["ETag"], member: put_part[member]})
        done = s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": parts}, ChecksumType=kind)
        head = s3.head_object(Bucket=name, Key=kind, ChecksumMode="ENABLED")
        equal((head[member], head["ChecksumType"]), (done[member], kind))
        equal(done[member].endswith("-2"), kind == "COMPOSITE")
        assert len(s3.get_object(Bucket=name, Key=kind, ChecksumMode="ENABLED")["Body"].read()) == LEAST + 1


@check
def uploads_that_are_completed_on_a_condition():
    s3 = client()
    name = bucket(s3)
    etag = s3.put_object(Bucket=name, Key="large", Body=b"before")["ETag"]
    upload = begin(s3, name)
    whole = {"Parts": [put(s3, upload, 1, b"after")]}
    for condition in ({"IfNoneMatch": "*"}, {"IfMatch": '"0"'}):
        equal(code_of(s3.complete_multipart_upload, **upload, MultipartUpload=whole, **condition), "PreconditionFailed")
    s3.complete_multipart_upload(**upload, MultipartUpload=whole, IfMatch=etag)
    equal(s3.get_object(Bucket=name, Key="large")["Body"].read(), b"after")
    # Whoever lost the answer may ask again.
    s3.complete_multipart_upload(**upload, MultipartUpload=whole)
