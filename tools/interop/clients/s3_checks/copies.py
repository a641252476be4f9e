"""Copies, within a bucket and between the regions."""

from .common import HOME, SYDNEY, bucket, check, client, code_of, equal, resource


@check
def copies_between_regions():
    s3, far = client(), client(region=SYDNEY)
    here, there = bucket(s3), bucket(far)
    key = "a folder/ü +?&.txt"
    s3.put_object(Bucket=here, Key=key, Body=b"copied", ContentType="text/x", Metadata={"m": "1"}, Tagging="t=1")
    source = {"Bucket": here, "Key": key}
    answer = far.copy_object(Bucket=there, Key=key, CopySource=source)
    equal(answer["CopyObjectResult"]["ETag"], s3.head_object(Bucket=here, Key=key)["ETag"])
    got = far.get_object(Bucket=there, Key=key)
    equal((got["Body"].read(), got["ContentType"], got["Metadata"], got["TagCount"]), (b"copied", "text/x", {"m": "1"}, 1))
    far.copy_object(Bucket=there, Key="own", CopySource=source, MetadataDirective="REPLACE", TaggingDirective="REPLACE", Metadata={"n": "2"}, Tagging="u=2&v=3")
    own = far.head_object(Bucket=there, Key="own")
    equal((own["ContentType"], own["Metadata"]), ("binary/octet-stream", {"n": "2"}))
    equal(len(far.get_object_tagging(Bucket=there, Key="own")["TagSet"]), 2)
    s3.delete_object(Bucket=here, Key=key)
    equal(far.get_object(Bucket=there, Key=key)["Body"].read(), b"copied")
    equal(code_of(far.copy_object, Bucket=there, Key="x", CopySource=source), "NoSuchKey")
    equal(code_of(far.copy_object, Bucket=there, Key="x", CopySource={"Bucket": "never-made", "Key": "a"}), "NoSuchBucket")


@check
def copies_onto_itself_and_of_what_fits_a_condition():
    s3 = client()
    name = bucket(s3)
    etag = s3.put_object(Bucket=name, Key="a", Body=b"x")["ETag"]
    source = {"Bucket": name, "Key": "a"}
    equal(code_of(s3.copy_object, Bucket=name, Key="a", CopySource=source), "InvalidRequest")
    s3.copy_object(Bucket=name, Key="a", CopySource=source, StorageClass="STANDARD_IA")
    equal(s3.head_object(Bucket=name, Key="a")["StorageClass"], "STANDARD_IA")
    for condition, code in (
        ({"CopySourceIfMatch": etag}, "no error"), ({"CopySourceIfMatch": '"0"'}, "PreconditionFailed"),
        ({"CopySourceIfNoneMatch": etag}, "PreconditionFailed"), ({"CopySourceIfNoneMatch": '"0"'}, "no error"),
    ):
        equal((condition, code_of(s3.copy_object, Bucket=name, Key="b", CopySource=source, **condition)), (condition, code))


@check
def copies_of_an_older_version():
    s3 = client()
    name = bucket(s3)
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    first = s3.put_object(Bucket=name, Key="a", Body=b"first")["VersionId"]
    s3.put_object(Bucket=name, Key="a", Body=b"second")
    answer = s3.copy_object(Bucket=name, Key="a", CopySource={"Bucket": name, "Key": "a", "VersionId": first})
    equal(answer["CopySourceVersionId"], first)
    equal(s3.get_object(Bucket=name, Key="a")["Body"].read(), b"first")
    marker = s3.delete_object(Bucket=name, Key="a")["VersionId"]
    equal(code_of(s3.copy_object, Bucket=name, Key="b", CopySource={"Bucket": name, "Key": "a"}), "NoSuchKey")
    equal(code_of(s3.copy_object, Bucket=name, Key="b", CopySource={"Bucket": name, "Key": "a", "VersionId": marker}), "InvalidRequest")


@check
def large_ones_are_copied_by_boto3_in_parts():
    s3, far = client(region=HOME), client(region=SYDNEY)
    here, there = bucket(s3), bucket(far)
    body = b"0123456789abcdef" * 1_250_000
    s3.put_object(Bucket=here, Key="large", Body=body)
    far.copy({"Bucket": here, "Key": "large"}, there, "large", SourceClient=s3)
    assert far.get_object(Bucket=there, Key="large")["Body"].read() == body, "other bytes came back"
    assert far.head_object(Bucket=there, Key="large")["ETag"].endswith('-3"')
    one = resource(region=SYDNEY).Object(there, "of the resource")
    one.copy_from(CopySource={"Bucket": there, "Key": "large"})
    equal(one.content_length, len(body))
