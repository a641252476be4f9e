"""Settings of buckets: each is set, read back as it was set, and taken away."""

from .common import ACCOUNTS, SETTINGS, bucket, check, client, code_of, equal, fetch

CORS = [
    {"ID": "one", "AllowedOrigins": ["https://*.example.com"], "AllowedMethods": ["GET", "PUT"], "AllowedHeaders": ["*"], "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 600},
    {"AllowedOrigins": ["*"], "AllowedMethods": ["HEAD"]},
]
LIFECYCLE = [
    {"ID": "all", "Status": "Enabled", "Filter": {}, "Expiration": {"Days": 400}, "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}]},
    {"ID": "off", "Status": "Disabled", "Filter": {"Prefix": "a/"}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}},
    {"ID": "both", "Status": "Enabled", "Filter": {"And": {"Prefix": "b/", "Tags": [{"Key": "x", "Value": "1"}]}}, "NoncurrentVersionExpiration": {"NoncurrentDays": 3}},
]
WEBSITE = {
    "IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "404.html"},
    "RoutingRules": [{"Condition": {"KeyPrefixEquals": "docs/"}, "Redirect": {"ReplaceKeyPrefixWith": "manual/", "HttpRedirectCode": "301"}}],
}


def told(answer):
    return {member: value for member, value in answer.items() if member not in ("ResponseMetadata", "TransitionDefaultMinimumObjectSize")}


@check
def cors_of_buckets():
    s3 = client()
    name = bucket(s3)
    equal(code_of(s3.get_bucket_cors, Bucket=name), "NoSuchCORSConfiguration")
    s3.put_bucket_cors(Bucket=name, CORSConfiguration={"CORSRules": CORS})
    equal(s3.get_bucket_cors(Bucket=name)["CORSRules"], CORS)
    url = f"{SETTINGS['url']}/{name}/a"
    asked = {"Origin": "https://www.example.com", "Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "x-amz-date"}
    status, headers, _ = fetch(url, "OPTIONS", headers=asked)
    equal((status, headers["Access-Control-Allow-Origin"], headers["Access-Control-Max-Age"]), (200, "https://www.example.com", "600"))
    equal(fetch(url, "OPTIONS", headers={**asked, "Access-Control-Request-Method": "DELETE"})[0], 403)
    s3.put_object(Bucket=name, Key="a", Body=b"x")
    signed = client(config={"signature_version": "s3v4"}).generate_presigned_url("get_object", Params={"Bucket": name, "Key": "a"})
    _, headers, _ = fetch(signed, headers={"Origin": "https://www.example.com"})
    equal((headers["Access-Control-Allow-Origin"], headers["Access-Control-Expose-Headers"]), ("https://www.example.com", "ETag"))
    wrong = {"CORSRules": [{"AllowedOrigins": ["*"], "AllowedMethods": ["PATCH"]}]}
    equal(code_of(s3.put_bucket_cors, Bucket=name, CORSConfiguration=wrong), "InvalidRequest")
    s3.delete_bucket_cors(Bucket=name)
    equal(code_of(s3.get_bucket_cors, Bucket=name), "NoSuchCORSConfiguration")


@check
def lifecycle_of_buckets():
    s3 = client()
    name = bucket(s3)
    equal(code_of(s3.get_bucket_lifecycle_configuration, Bucket=name), "NoSuchLifecycleConfiguration")
    s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": LIFECYCLE})
    equal(told(s3.get_bucket_lifecycle_configuration(Bucket=name)), {"Rules": LIFECYCLE})
    twice = {"Rules": [LIFECYCLE[0], LIFECYCLE[0]]}
    equal(code_of(s3.put_bucket_lifecycle_configuration, Bucket=name, LifecycleConfiguration=twice), "InvalidArgument")
    s3.delete_bucket_lifecycle(Bucket=name)
    equal(code_of(s3.get_bucket_lifecycle_configuration, Bucket=name), "NoSuchLifecycleConfiguration")


@check
def website_of_buckets():
    s3 = client()
    name = bucket(s3)
    equal(code_of(s3.get_bucket_website, Bucket=name), "NoSuchWebsiteConfiguration")
    for website in (WEBSITE, {"RedirectAllRequestsTo": {"HostName": "example.com", "Protocol": "https"}}):
        s3.put_bucket_website(Bucket=name, WebsiteConfiguration=website)
        equal(told(s3.get_bucket_website(Bucket=name)), website)
    equal(code_of(s3.put_bucket_website, Bucket=name, WebsiteConfiguration={"ErrorDocument": {"Key": "404.html"}}), "InvalidArgument")
    s3.delete_bucket_website(Bucket=name)
    equal(code_of(s3.get_bucket_website, Bucket=name), "NoSuchWebsiteConfiguration")


@check
def encryption_of_buckets():
    s3 = client()
    name = bucket(s3)

    def rule():
        [one] = s3.get_bucket_encryption(Bucket=name)["ServerSideEncryptionConfiguration"]["Rules"]
        return one["ApplyServerSideEncryptionByDefault"]

    equal(rule(), {"SSEAlgorithm": "AES256"})
    given = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/mine"}
    s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": [{"ApplyServerSideEncryptionByDefault": given, "BucketKeyEnabled": True}]})
    equal(rule(), given)
    equal(s3.put_object(Bucket=name, Key="a", Body=b"")["ServerSideEncryption"], "aws:kms")
    s3.delete_bucket_encryption(Bucket=name)
    equal(rule(), {"SSEAlgorithm": "AES256"})


@check
def logging_notifications_and_who_pays():
    s3 = client()
    name, logs = bucket(s3), bucket(s3)
    equal((told(s3.get_bucket_logging(Bucket=name)), told(s3.get_bucket_notification_configuration(Bucket=name))), ({}, {}))
    logging = {"LoggingEnabled": {"TargetBucket": logs, "TargetPrefix": "of/"}}
    s3.put_bucket_logging(Bucket=name, BucketLoggingStatus=logging)
    equal(told(s3.get_bucket_logging(Bucket=name)), logging)
    queue = f"arn:aws:sqs:eu-west-1:{ACCOUNTS[0]['id']}:jobs"
    rules = [{"Name": "prefix", "Value": "a/"}]
    notified = {"QueueConfigurations": [{"Id": "q", "QueueArn": queue, "Events": ["s3:ObjectCreated:*"], "Filter": {"Key": {"FilterRules": rules}}}]}
    s3.put_bucket_notification_configuration(Bucket=name, NotificationConfiguration=notified, SkipDestinationValidation=True)
    equal(told(s3.get_bucket_notification_configuration(Bucket=name)), notified)
    equal(s3.get_bucket_request_payment(Bucket=name)["Payer"], "BucketOwner")
    s3.put_bucket_request_payment(Bucket=name, RequestPaymentConfiguration={"Payer": "Requester"})
    equal(s3.get_bucket_request_payment(Bucket=name)["Payer"], "Requester")
