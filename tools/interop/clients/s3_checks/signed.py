"""URLs and forms that boto3 signs, and a program without keys uses."""

import contextlib
import datetime
import io
import re
import unittest.mock
import uuid

import botocore.auth

from .common import HOME, REGIONS, SETTINGS, bucket, check, client, code_of, equal, fetch

V4 = {"signature_version": "s3v4"}


def code_in(body):
    found = re.search(b"<Code>(.*?)</Code>", body)
    return found.group(1).decode() if found else body


@contextlib.contextmanager
def clock_that_is_late(**by):
    """What boto3 takes the time from."""
    now = botocore.auth.get_current_datetime
    with unittest.mock.patch("botocore.auth.get_current_datetime", lambda *given: now(*given) - datetime.timedelta(**by)):
        yield


@check
def presigned_urls_in_each_region():
    for region in REGIONS:
        s3 = client(region=region, config=V4)
        thing = {"Bucket": bucket(s3), "Key": "a folder/ü +&=?.txt"}
        put = s3.generate_presigned_url("put_object", Params={**thing, "ContentType": "text/x", "Metadata": {"m": "1"}})
        equal(fetch(put, "PUT", b"by a URL", {"Content-Type": "text/x", "x-amz-meta-m": "1"})[0], 200)
        equal(code_in(fetch(put, "PUT", b"x", {"Content-Type": "text/other", "x-amz-meta-m": "1"})[2]), "SignatureDoesNotMatch")
        get = s3.generate_presigned_url("get_object", Params={**thing, "ResponseContentDisposition": "attachment"}, ExpiresIn=60)
        status, headers, body = fetch(get)
        equal((status, body, headers["Content-Type"], headers["Content-Disposition"], headers["x-amz-meta-m"]), (200, b"by a URL", "text/x", "attachment", "1"))
        equal((fetch(get, headers={"Range": "bytes=0-1"})[0], fetch(get, headers={"Range": "bytes=0-1"})[2]), (206, b"by"))
        equal(code_in(fetch(get, "DELETE")[2]), "SignatureDoesNotMatch")
        equal(code_in(fetch(get.replace("X-Amz-Expires=60", "X-Amz-Expires=61"))[2]), "SignatureDoesNotMatch")
        head = s3.generate_presigned_url("head_object", Params=thing)
        equal(fetch(head, "HEAD")[0], 200)
        listing = s3.generate_presigned_url("list_objects_v2", Params={"Bucket": thing["Bucket"]})
        assert b"<KeyCount>1</KeyCount>" in fetch(listing)[2]
        equal(fetch(s3.generate_presigned_url("delete_object", Params=thing), "DELETE")[0], 204)
        equal(code_in(fetch(get)[2]), "NoSuchKey")


@check
def urls_and_forms_of_addresses_that_name_their_region():
    for region in REGIONS:
        s3 = client(region=region, endpoint=SETTINGS["named"][region], config=V4)
        thing = {"Bucket": bucket(s3), "Key": "a b"}
        equal(post(s3.generate_presigned_post(**thing), b"of a form")[0], 204)
        equal(fetch(s3.generate_presigned_url("get_object", Params=thing))[2], b"of a form")


@check
def presigned_urls_that_are_not_let_in():
    s3 = client(config=V4)
    thing = {"Bucket": bucket(s3), "Key": "a"}
    s3.put_object(**thing, Body=b"x")
    equal(code_in(fetch(client(config=V4, secret="wrong").generate_presigned_url("get_object", Params=thing))[2]), "SignatureDoesNotMatch")
    equal(code_in(fetch(client(config=V4, key="AKIDSTRANGER").generate_presigned_url("get_object", Params=thing))[2]), "InvalidAccessKeyId")
    equal(code_in(fetch(client(config=V4, account=1).generate_presigned_url("get_object", Params=thing))[2]), "AccessDenied")
    week = client(config=V4).generate_presigned_url("get_object", Params=thing, ExpiresIn=604_801)
    equal(code_in(fetch(week)[2]), "AuthorizationQueryParametersError")
    elsewhere = fetch(client(config=V4, region=HOME).generate_presigned_url("get_object", Params=thing))
    equal((elsewhere[0], code_in(elsewhere[2])), (400, "AuthorizationQueryParametersError"))
    assert b"<Region>eu-west-1</Region>" in elsewhere[2], elsewhere
    for hours, message in ((1, b"Request has expired"), (-1, b"Request is not valid yet")):
        with clock_that_is_late(hours=hours):
            url = s3.generate_presigned_url("get_object", Params=thing, ExpiresIn=60)
            equal(code_of(s3.get_object, **thing), "RequestTimeTooSkewed")
        status, _, body = fetch(url)
        equal((status, code_in(body), message in body), (403, "AccessDenied", True))


@check
def keys_for_a_while():
    """Keys that come with a token, which is signed along."""
    s3 = client(account=2, config=V4)
    thing = {"Bucket": bucket(s3), "Key": "a"}
    s3.put_object(**thing, Body=b"x")
    equal(fetch(s3.generate_presigned_url("get_object", Params=thing))[2], b"x")
    equal(post(s3.generate_presigned_post(thing["Bucket"], "b"), b"of a form")[0], 204)
    for token in ("another", ""):
        wrong = client(account=2, config=V4, token=token)
        equal(code_of(wrong.get_object, **thing), "InvalidToken")
        equal(code_in(fetch(wrong.generate_presigned_url("get_object", Params=thing))[2]), "InvalidToken")


@check
def urls_of_the_signature_before_are_refused():
    """What boto3 signs unless it is told otherwise; S3 takes it of no bucket that was made since June 2020."""
    s3 = client(config={"signature_version": "s3"})
    thing = {"Bucket": bucket(client()), "Key": "a"}
    status, _, body = fetch(s3.generate_presigned_url("get_object", Params=thing))
    equal((status, code_in(body)), (400, "InvalidRequest"))
    equal(code_of(s3.list_buckets), "InvalidRequest")


@check
def parts_by_presigned_urls():
    s3 = client(config=V4)
    thing = {"Bucket": bucket(s3), "Key": "a"}
    upload = {**thing, "UploadId": s3.create_multipart_upload(**thing)["UploadId"]}
    status, headers, _ = fetch(s3.generate_presigned_url("upload_part", Params={**upload, "PartNumber": 1}), "PUT", b"part")
    equal(status, 200)
    s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": headers["ETag"]}]})
    equal(s3.get_object(**thing)["Body"].read(), b"part")


def multipart_form(fields, name, body):
    """As a browser sends it."""
    boundary = uuid.uuid4().hex
    whole = io.BytesIO()
    for field, value in fields.items():
        whole.write(f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode())
    whole.write(f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n'.encode())
    whole.write(body + f"\r\n--{boundary}--\r\n".encode())
    return whole.getvalue(), {"Content-Type": f"multipart/form-data; boundary={boundary}"}


def post(form, body, name="my file.txt", **more):
    data, headers = multipart_form({**form["fields"], **more}, name, body)
    return fetch(form["url"], "POST", data, headers)


@check
def presigned_forms_in_each_region():
    for region in REGIONS:
        s3 = client(region=region, config=V4)
        name = bucket(s3)
        form = s3.generate_presigned_post(name, "up/${filename}", ExpiresIn=60)
        status, headers, _ = post(form, b"of a form")
        equal((status, headers["ETag"]), (204, s3.head_object(Bucket=name, Key="up/my file.txt")["ETag"]))
        fields = {"success_action_status": "201", "Content-Type": "text/x", "x-amz-meta-m": "1"}
        conditions = [{"success_action_status": "201"}, ["starts-with", "$Content-Type", "text/"], ["content-length-range", 2, 10], {"x-amz-meta-m": "1"}]
        form = s3.generate_presigned_post(name, "a", Fields=fields, Conditions=conditions)
        status, _, body = post(form, b"12345")
        assert status == 201 and b"<Key>a</Key>" in body, body
        got = s3.get_object(Bucket=name, Key="a")
        equal((got["Body"].read(), got["ContentType"], got["Metadata"]), (b"12345", "text/x", {"m": "1"}))
        equal(code_in(post(form, b"1")[2]), "EntityTooSmall")
        equal(code_in(post(form, b"x" * 11)[2]), "EntityTooLarge")
        equal(code_in(post(form, b"123", **{"Content-Type": "image/png"})[2]), "AccessDenied")
        equal(code_in(post(form, b"123", more="x")[2]), "AccessDenied")
        equal(code_in(post(form, b"123", **{"x-amz-signature": "0" * 64})[2]), "SignatureDoesNotMatch")


@check
def forms_that_are_over():
    s3 = client(config=V4)
    form = s3.generate_presigned_post(bucket(s3), "a", ExpiresIn=-1)
    status, _, body = post(form, b"x")
    equal((status, code_in(body)), (403, "AccessDenied"))
    assert b"expired" in body, body
