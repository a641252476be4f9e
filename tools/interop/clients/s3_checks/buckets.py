"""Buckets: each is in one region, its name is taken in all of them, and whoever asks elsewhere is told where it is."""

import socket

from .common import ACCOUNTS, HOME, IRELAND, REGIONS, SETTINGS, SYDNEY, bucket, check, client, code_of, equal, error_of, fetch, put_all, resource


@check
def buckets_in_three_regions():
    for region in REGIONS:
        s3 = client(region=region)
        name = bucket(s3)
        equal(s3.get_bucket_location(Bucket=name)["LocationConstraint"], None if region == HOME else region)
        equal(s3.head_bucket(Bucket=name)["BucketRegion"], region)
        s3.get_waiter("bucket_exists").wait(Bucket=name)
        [found] = s3.list_buckets(Prefix=name)["Buckets"]
        equal((found["Name"], found["BucketRegion"]), (name, region))
        s3.delete_bucket(Bucket=name)
        s3.get_waiter("bucket_not_exists").wait(Bucket=name)
        equal(code_of(s3.list_objects_v2, Bucket=name), "NoSuchBucket")


@check
def buckets_made_by_the_endpoint_of_another_region():
    home, ireland = client(region=HOME), client()
    configuration = {"LocationConstraint": SYDNEY}
    home.create_bucket(Bucket="made-from-afar", CreateBucketConfiguration=configuration)
    equal(client(region=SYDNEY).head_bucket(Bucket="made-from-afar")["BucketRegion"], SYDNEY)
    illegal = "IllegalLocationConstraintException"
    equal(code_of(ireland.create_bucket, Bucket="elsewhere", CreateBucketConfiguration=configuration), illegal)
    equal(code_of(ireland.create_bucket, Bucket="nowhere-named"), illegal)
    nowhere = {"LocationConstraint": "xx-none-1"}
    equal(code_of(home.create_bucket, Bucket="nowhere", CreateBucketConfiguration=nowhere), "InvalidLocationConstraint")
    home.create_bucket(Bucket="of-the-old-europe", CreateBucketConfiguration={"LocationConstraint": "EU"})
    equal(ireland.head_bucket(Bucket="of-the-old-europe")["BucketRegion"], IRELAND)


@check
def a_name_that_is_taken():
    home, ireland = client(region=HOME), client()
    at_home, irish = bucket(home), bucket(ireland)
    home.create_bucket(Bucket=at_home)
    configuration = {"LocationConstraint": IRELAND}
    equal(code_of(ireland.create_bucket, Bucket=irish, CreateBucketConfiguration=configuration), "BucketAlreadyOwnedByYou")
    equal(code_of(home.create_bucket, Bucket=irish), "BucketAlreadyOwnedByYou")
    equal(code_of(client(account=1, region=HOME).create_bucket, Bucket=irish), "BucketAlreadyExists")
    for wrong in ("Capital-Letters", "two..dots", "ends-", "192.168.5.4", "xn--name", "name-s3alias"):
        equal(code_of(home.create_bucket, Bucket=wrong), "InvalidBucketName")


@check
def a_bucket_of_another_region_is_found_by_boto3_itself():
    """The address leads anywhere, so that boto3 learns the region from what it is told, and signs anew."""
    for region in REGIONS:
        name = bucket(client(region=region))
        for other in REGIONS:
            s3 = client(region=other)
            s3.put_object(Bucket=name, Key=f"from {other}", Body=other.encode())
            equal(s3.get_object(Bucket=name, Key=f"from {other}")["Body"].read(), other.encode())
            equal(s3.head_bucket(Bucket=name)["BucketRegion"], region)
        equal(client().list_objects_v2(Bucket=name)["KeyCount"], len(REGIONS))


@check
def an_endpoint_of_another_region_says_where_a_bucket_is():
    irish = bucket(client())
    for region in (HOME, SYDNEY):
        s3 = client(region=region, endpoint=SETTINGS["named"][region])
        s3.meta.events.unregister("needs-retry.s3", unique_id=None, handler=redirector(s3))
        told = error_of(s3.list_objects_v2, Bucket=irish)
        equal((told["Error"]["Code"], told["ResponseMetadata"]["HTTPStatusCode"]), ("PermanentRedirect", 301))
        equal(told["ResponseMetadata"]["HTTPHeaders"]["x-amz-bucket-region"], IRELAND)
        equal((told["Error"]["Bucket"], told["Error"]["Endpoint"].split(":")[0]), (irish, "s3.eu-west-1.localhost"))
        told = error_of(s3.head_object, Bucket=irish, Key="a")
        equal(told["ResponseMetadata"]["HTTPHeaders"]["x-amz-bucket-region"], IRELAND)
    equal(client(region=HOME, endpoint=SETTINGS["named"][HOME]).get_bucket_location(Bucket=irish)["LocationConstraint"], IRELAND)
    equal(client(endpoint=SETTINGS["named"][IRELAND]).list_objects_v2(Bucket=irish)["KeyCount"], 0)


def redirector(s3):
    """boto3's own way to another region, by which it would go on."""
    emitter = s3.meta.events._emitter
    handlers = emitter._handlers.prefix_search("needs-retry.s3")
    return next(one for one in handlers if getattr(one, "__name__", "") == "redirect_from_error")


@check
def listing_buckets_in_pages_and_by_region():
    ireland, sydney = client(account=1), client(account=1, region=SYDNEY)
    names = [bucket(s3) for s3 in (ireland, ireland, sydney, sydney, sydney)]
    for s3 in (ireland, sydney):
        equal([one["Name"] for one in s3.list_buckets()["Buckets"]], sorted(names))
    pages = list(ireland.get_paginator("list_buckets").paginate(PaginationConfig={"PageSize": 2}))
    equal([len(page["Buckets"]) for page in pages], [2, 2, 1])
    equal([one["Name"] for one in sydney.list_buckets(BucketRegion=SYDNEY)["Buckets"]], sorted(names[2:]))
    equal([one["Name"] for one in ireland.list_buckets(Prefix=names[3])["Buckets"]], [names[3]])
    equal(code_of(ireland.list_buckets, MaxBuckets=10_001), "InvalidArgument")
    for s3, name in zip((ireland, ireland, sydney, sydney, sydney), names):
        s3.delete_bucket(Bucket=name)


@check
def what_is_not_empty_is_not_deleted():
    s3 = client()
    name = bucket(s3)
    put_all(s3, name, ("a", "b"))
    equal(code_of(s3.delete_bucket, Bucket=name), "BucketNotEmpty")
    equal(code_of(client(account=1).delete_bucket, Bucket=name), "AccessDenied")
    things = resource().Bucket(name)
    equal([one.key for one in things.objects.all()], ["a", "b"])
    things.objects.all().delete()
    things.delete()
    equal(code_of(s3.delete_bucket, Bucket=name), "NoSuchBucket")


@check
def buckets_in_the_name_of_the_host():
    """Names below `localhost` lead to this machine, which not every resolver knows."""
    resolve = socket.getaddrinfo
    socket.getaddrinfo = lambda host, *more, **named: resolve("127.0.0.1" if str(host).endswith(".localhost") else host, *more, **named)
    try:
        port = SETTINGS["url"].rsplit(":", 1)[1]
        s3 = client(region=SYDNEY, endpoint=f"http://s3.ap-southeast-2.localhost:{port}", addressing_style="virtual")
        name = bucket(s3)
        s3.put_object(Bucket=name, Key="/a//b/../ü", Body=b"by host")
        equal(s3.get_object(Bucket=name, Key="/a//b/../ü")["Body"].read(), b"by host")
        url = s3.meta.endpoint_url.replace("//", f"//{name}.")
        equal(fetch(f"{url}/none")[0], 403)
        signed = client(region=SYDNEY, endpoint=s3.meta.endpoint_url, addressing_style="virtual", config={"signature_version": "s3v4"})
        address = signed.generate_presigned_url("get_object", Params={"Bucket": name, "Key": "/a//b/../ü"})
        equal((address.split("/")[2], fetch(address)[2]), (f"{name}.s3.ap-southeast-2.localhost:{port}", b"by host"))
        equal(client(region=SYDNEY).list_objects_v2(Bucket=name)["Contents"][0]["Key"], "/a//b/../ü")
    finally:
        socket.getaddrinfo = resolve


@check
def tags_of_buckets():
    s3 = client()
    name = bucket(s3)
    equal(code_of(s3.get_bucket_tagging, Bucket=name), "NoSuchTagSet")
    tags = [{"Key": "team", "Value": "ä +-=._:/@"}, {"Key": "empty", "Value": ""}]
    s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": tags})
    told = s3.get_bucket_tagging(Bucket=name)["TagSet"]
    equal(sorted(told, key=str), sorted(tags, key=str))
    for wrong in ([tags[0], tags[0]], [{"Key": "a", "Value": "<b> & c"}], [{"Key": "aws:mine", "Value": ""}]):
        equal(code_of(s3.put_bucket_tagging, Bucket=name, Tagging={"TagSet": wrong}), "InvalidTag")
    s3.delete_bucket_tagging(Bucket=name)
    equal(code_of(s3.get_bucket_tagging, Bucket=name), "NoSuchTagSet")


@check
def strangers_at_the_door():
    name = bucket(client())
    equal(code_of(client(secret="wrong").list_buckets), "SignatureDoesNotMatch")
    equal(code_of(client(key="AKIDSTRANGER").list_buckets), "InvalidAccessKeyId")
    equal(code_of(client(account=1).list_objects_v2, Bucket=name), "AccessDenied")
    equal(code_of(client(account=1).head_bucket, Bucket=name), "403")
    equal(code_of(client().head_bucket, Bucket="never-made"), "404")
    other, mine = ACCOUNTS[1]["id"], ACCOUNTS[0]["id"]
    equal(code_of(client().list_objects_v2, Bucket=name, ExpectedBucketOwner=other), "AccessDenied")
    equal(client().list_objects_v2(Bucket=name, ExpectedBucketOwner=mine)["KeyCount"], 0)
    equal(code_of(client().select_object_content, Bucket=name, Key="a", ExpressionType="SQL", Expression="-",
                  InputSerialization={"CSV": {}}, OutputSerialization={"CSV": {}}), "NotImplemented")
