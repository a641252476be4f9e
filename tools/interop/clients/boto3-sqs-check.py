"""Goes through the local cloud's SQS with boto3, by what AWS documents. Called by ../boto3-sqs.mjs, which says where it is."""

import hashlib
import json
import re
import struct
import sys
import threading
import time
import urllib.parse
import urllib.request

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from model_check import HELD, check_against_model

SETTINGS = json.loads(sys.argv[1])
ACCOUNTS = SETTINGS["accounts"]
CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


def client(account=0, region="eu-west-1", **keys):
    credentials = ACCOUNTS[account]["credentials"]
    made = boto3.client(
        "sqs",
        region_name=region,
        endpoint_url=keys.get("endpoint", SETTINGS["url"]),
        aws_access_key_id=keys.get("key", credentials["accessKeyId"]),
        aws_secret_access_key=keys.get("secret", credentials["secretAccessKey"]),
        config=Config(retries={"total_max_attempts": 1, "mode": "standard"}),
    )
    check_against_model(made)
    return made


def code_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "no error"


def equal(actual, expected):
    assert actual == expected, f"{actual!r} is not {expected!r}"


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


def attributes_md5(attributes):
    """As the developer guide has it: name, type, one byte for the kind, value, each with its length; by name."""
    whole = b""
    for name in sorted(attributes):
        value = attributes[name]
        binary = value["DataType"].startswith("Binary")
        content = value["BinaryValue"] if binary else value["StringValue"].encode()
        for part in (name.encode(), value["DataType"].encode()):
            whole += struct.pack("!I", len(part)) + part
        whole += (b"\x02" if binary else b"\x01") + struct.pack("!I", len(content)) + content
    return hashlib.md5(whole).hexdigest()


def queue(name, **attributes):
    if name.endswith(".fifo"):
        attributes["FifoQueue"] = "true"
    return sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]


def arn(name):
    return f"arn:aws:sqs:eu-west-1:{ACCOUNTS[0]['id']}:{name}"


def receive(url, most=10, **more):
    return sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=most, **more).get("Messages", [])


def bodies(url, **more):
    return [message["Body"] for message in receive(url, **more)]


def attribute(url, name):
    return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=[name])["Attributes"][name]


def until(function, expected):
    """What takes its time, but not long."""
    last = time.monotonic() + 10
    while function() != expected and time.monotonic() < last:
        time.sleep(0.05)
    equal(function(), expected)


sqs = client()


@check
def queues():
    url = queue("first", VisibilityTimeout="45")
    equal(url, f"{SETTINGS['url']}/{ACCOUNTS[0]['id']}/first")
    equal(queue("first", VisibilityTimeout="45"), url)
    equal(code_of(sqs.create_queue, QueueName="first", Attributes={"VisibilityTimeout": "46"}), "QueueAlreadyExists")
    equal(sqs.get_queue_url(QueueName="first")["QueueUrl"], url)
    equal(code_of(sqs.get_queue_url, QueueName="none"), "AWS.SimpleQueueService.NonExistentQueue")
    for name in ("a", "b", "c"):
        queue(f"page-{name}")
    pages = list(sqs.get_paginator("list_queues").paginate(QueueNamePrefix="page-", PaginationConfig={"PageSize": 2}))
    equal([len(page["QueueUrls"]) for page in pages], [2, 1])
    assert "NextToken" not in sqs.list_queues(QueueNamePrefix="page-")
    equal(client(region="us-east-1").list_queues().get("QueueUrls"), None)
    equal(client(account=1).list_queues().get("QueueUrls"), None)
    equal(client(endpoint=SETTINGS["named"]).get_queue_url(QueueName="first")["QueueUrl"], f"{SETTINGS['named']}/{ACCOUNTS[0]['id']}/first")
    equal(code_of(sqs.create_queue, QueueName="a b"), "InvalidParameterValue")
    equal(code_of(sqs.create_queue, QueueName="a", Attributes={"DelaySeconds": "901"}), "InvalidAttributeValue")
    sqs.delete_queue(QueueUrl=url)
    equal(code_of(sqs.create_queue, QueueName="first"), "AWS.SimpleQueueService.QueueDeletedRecently")
    try:
        sqs.send_message(QueueUrl=url, MessageBody="x")
    except sqs.exceptions.QueueDoesNotExist:
        return
    raise AssertionError("sent to a queue that is gone")


@check
def attributes_of_queues():
    url = queue("attributes", MaximumMessageSize="2048")
    told = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    equal({name: told[name] for name in ("QueueArn", "VisibilityTimeout", "MaximumMessageSize", "MessageRetentionPeriod", "DelaySeconds", "ReceiveMessageWaitTimeSeconds")},
          {"QueueArn": arn("attributes"), "VisibilityTimeout": "30", "MaximumMessageSize": "2048", "MessageRetentionPeriod": "345600", "DelaySeconds": "0", "ReceiveMessageWaitTimeSeconds": "0"})
    assert abs(int(told["CreatedTimestamp"]) - time.time()) < 10, told
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "7"})
    equal(attribute(url, "VisibilityTimeout"), "7")
    equal(code_of(sqs.set_queue_attributes, QueueUrl=url, Attributes={"QueueArn": "x"}), "InvalidAttributeName")
    equal(code_of(sqs.set_queue_attributes, QueueUrl=url, Attributes={"FifoQueue": "true"}), "InvalidAttributeValue")
    equal(code_of(sqs.send_message, QueueUrl=url, MessageBody="x" * 2049), "InvalidParameterValue")


@check
def messages():
    url = queue("messages")
    attributes = {
        "Number": {"DataType": "Number", "StringValue": "1.5"},
        "text": {"DataType": "String.mine", "StringValue": "ä"},
        "bytes": {"DataType": "Binary", "BinaryValue": b"\x00\xff"},
    }
    trace = {"AWSTraceHeader": {"DataType": "String", "StringValue": "Root=1-5759e988-bd862e3fe1be46a994272793"}}
    body = "häll <o> & \r\n\t\U0001f600"
    sent = sqs.send_message(QueueUrl=url, MessageBody=body, MessageAttributes=attributes, MessageSystemAttributes=trace)
    equal(sent["MD5OfMessageBody"], md5(body))
    equal(sent["MD5OfMessageAttributes"], attributes_md5(attributes))
    equal(sent["MD5OfMessageSystemAttributes"], attributes_md5(trace))
    [message] = receive(url, MessageAttributeNames=["All"], MessageSystemAttributeNames=["All"])
    equal((message["Body"], message["MessageId"], message["MessageAttributes"]), (body, sent["MessageId"], attributes))
    equal(message["MD5OfMessageAttributes"], attributes_md5(attributes))
    told = message["Attributes"]
    equal((told["SenderId"], told["ApproximateReceiveCount"], told["AWSTraceHeader"]), (ACCOUNTS[0]["id"], "1", trace["AWSTraceHeader"]["StringValue"]))
    equal(attribute(url, "ApproximateNumberOfMessagesNotVisible"), "1")
    equal(receive(url), [])
    sqs.change_message_visibility(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=0)
    [again] = receive(url, MessageAttributeNames=["te.*", "bytes"])
    equal(sorted(again["MessageAttributes"]), ["bytes"])
    equal(again["MD5OfMessageAttributes"], attributes_md5({"bytes": attributes["bytes"]}))
    assert again["ReceiptHandle"] != message["ReceiptHandle"]
    sqs.delete_message(QueueUrl=url, ReceiptHandle=again["ReceiptHandle"])
    equal(attribute(url, "ApproximateNumberOfMessagesNotVisible"), "0")
    equal(code_of(sqs.send_message, QueueUrl=url, MessageBody="\x01"), "InvalidMessageContents")
    equal(code_of(sqs.send_message, QueueUrl=url, MessageBody="x", DelaySeconds=901), "InvalidParameterValue")
    equal(code_of(sqs.delete_message, QueueUrl=url, ReceiptHandle="x"), "ReceiptHandleIsInvalid")
    equal(code_of(sqs.receive_message, QueueUrl=url, MaxNumberOfMessages=11), "InvalidParameterValue")
    equal(code_of(sqs.send_message, QueueUrl=url, MessageBody="x", MessageAttributes={"AWS.x": attributes["text"]}), "InvalidParameterValue")


@check
def visibility_and_delay_in_real_time():
    url = queue("time", VisibilityTimeout="1")
    sqs.send_message(QueueUrl=url, MessageBody="x", DelaySeconds=1)
    equal(attribute(url, "ApproximateNumberOfMessagesDelayed"), "1")
    equal(receive(url), [])
    start = time.monotonic()
    [message] = receive(url, WaitTimeSeconds=5)
    assert 0.5 < time.monotonic() - start < 3, "a delayed message is received when it is due"
    start = time.monotonic()
    [again] = receive(url, WaitTimeSeconds=5)
    assert 0.5 < time.monotonic() - start < 3, "a message is received again when its time is over"
    equal(again["MessageId"], message["MessageId"])
    start = time.monotonic()
    equal(receive(url, WaitTimeSeconds=0), [])
    assert time.monotonic() - start < 0.5
    sqs.delete_message(QueueUrl=url, ReceiptHandle=again["ReceiptHandle"])
    equal(receive(url, WaitTimeSeconds=2), [])


@check
def long_polls_answer_when_a_message_comes():
    url = queue("polled", ReceiveMessageWaitTimeSeconds="20")
    timer = threading.Timer(0.5, lambda: client().send_message(QueueUrl=url, MessageBody="at last"))
    timer.start()
    start = time.monotonic()
    equal(bodies(url), ["at last"])
    assert 0.4 < time.monotonic() - start < 5


@check
def batches():
    url = queue("batches")
    entries = [{"Id": f"e{at}", "MessageBody": f"b{at}", "MessageAttributes": {"n": {"DataType": "Number", "StringValue": str(at)}}} for at in range(10)]
    sent = sqs.send_message_batch(QueueUrl=url, Entries=entries)
    equal([one["MD5OfMessageBody"] for one in sent["Successful"]], [md5(f"b{at}") for at in range(10)])
    equal(sent["Successful"][3]["MD5OfMessageAttributes"], attributes_md5(entries[3]["MessageAttributes"]))
    got = receive(url)
    equal(len(got), 10)
    changed = sqs.change_message_visibility_batch(QueueUrl=url, Entries=[{"Id": "a", "ReceiptHandle": got[0]["ReceiptHandle"], "VisibilityTimeout": 0}, {"Id": "b", "ReceiptHandle": "x", "VisibilityTimeout": 0}])
    equal(([one["Id"] for one in changed["Successful"]], [(one["Id"], one["Code"], one["SenderFault"]) for one in changed["Failed"]]), (["a"], [("b", "ReceiptHandleIsInvalid", True)]))
    deleted = sqs.delete_message_batch(QueueUrl=url, Entries=[{"Id": str(at), "ReceiptHandle": one["ReceiptHandle"]} for at, one in enumerate(got)])
    equal(len(deleted["Successful"]), 10)
    for wrong, code in [
        ([], "EmptyBatchRequest"), (entries + [{"Id": "more", "MessageBody": "x"}], "TooManyEntriesInBatchRequest"),
        ([entries[0], entries[0]], "BatchEntryIdsNotDistinct"), ([{"Id": "a.b", "MessageBody": "x"}], "InvalidBatchEntryId"),
        ([{"Id": str(at), "MessageBody": "x" * 600_000} for at in range(2)], "BatchRequestTooLong"),
    ]:
        equal(code_of(sqs.send_message_batch, QueueUrl=url, Entries=wrong), f"AWS.SimpleQueueService.{code}")
    sqs.send_message_batch(QueueUrl=url, Entries=[{"Id": str(at), "MessageBody": "ä" * 262_144} for at in range(2)])
    equal(len(bodies(url)[0]), 262_144)


@check
def fifo():
    url = queue("orders.fifo", ContentBasedDeduplication="true")
    for group, body in [("a", "a1"), ("b", "b1"), ("a", "a2"), ("a", "a2")]:
        sqs.send_message(QueueUrl=url, MessageBody=body, MessageGroupId=group)
    first = receive(url, most=1, AttributeNames=["All"])
    equal([one["Body"] for one in first], ["a1"])
    equal(first[0]["Attributes"]["MessageDeduplicationId"], hashlib.sha256(b"a1").hexdigest())
    equal(bodies(url), ["b1"])
    equal(receive(url), [])
    sqs.delete_message(QueueUrl=url, ReceiptHandle=first[0]["ReceiptHandle"])
    equal(bodies(url), ["a2"])
    one = sqs.send_message(QueueUrl=url, MessageBody="x", MessageGroupId="g", MessageDeduplicationId="same")
    two = sqs.send_message(QueueUrl=url, MessageBody="y", MessageGroupId="g", MessageDeduplicationId="same")
    equal((one["MessageId"], one["SequenceNumber"]), (two["MessageId"], two["SequenceNumber"]))
    equal(code_of(sqs.send_message, QueueUrl=url, MessageBody="x"), "MissingParameter")
    equal(code_of(sqs.send_message, QueueUrl=url, MessageBody="x", MessageGroupId="g", DelaySeconds=1), "InvalidParameterValue")
    high = queue("high.fifo", DeduplicationScope="messageGroup", FifoThroughputLimit="perMessageGroupId")
    for group in ("a", "b", "a"):
        sqs.send_message(QueueUrl=high, MessageBody=group, MessageGroupId=group, MessageDeduplicationId="1")
    equal(sorted(bodies(high)), ["a", "b"])
    again = receive(high, ReceiveRequestAttemptId="try")
    equal(again, [])


@check
def dead_letters_and_redriving():
    dead = queue("dead")
    url = queue("source", VisibilityTimeout="0", RedrivePolicy=json.dumps({"deadLetterTargetArn": arn("dead"), "maxReceiveCount": 2}))
    for body in ("x", "y"):
        sqs.send_message(QueueUrl=url, MessageBody=body)
    equal([sorted(bodies(url)) for _ in range(3)], [["x", "y"], ["x", "y"], []])
    equal(sqs.list_dead_letter_source_queues(QueueUrl=dead)["queueUrls"], [url])
    equal(attribute(dead, "ApproximateNumberOfMessages"), "2")
    handle = sqs.start_message_move_task(SourceArn=arn("dead"), MaxNumberOfMessagesPerSecond=1)["TaskHandle"]
    until(lambda: attribute(url, "ApproximateNumberOfMessages"), "1")
    [task] = sqs.list_message_move_tasks(SourceArn=arn("dead"))["Results"]
    equal((task["Status"], task["TaskHandle"], task["ApproximateNumberOfMessagesToMove"]), ("RUNNING", handle, 2))
    equal(sqs.cancel_message_move_task(TaskHandle=handle)["ApproximateNumberOfMessagesMoved"], 1)
    sqs.start_message_move_task(SourceArn=arn("dead"), DestinationArn=arn("source"))
    until(lambda: attribute(url, "ApproximateNumberOfMessages"), "2")
    until(lambda: [one["Status"] for one in sqs.list_message_move_tasks(SourceArn=arn("dead"), MaxResults=10)["Results"]], ["COMPLETED", "CANCELLED"])
    equal(code_of(sqs.start_message_move_task, SourceArn=arn("source")), "InvalidParameterValue")
    equal(code_of(sqs.cancel_message_move_task, TaskHandle="x"), "ResourceNotFoundException")
    equal(code_of(sqs.create_queue, QueueName="wrong", Attributes={"RedrivePolicy": json.dumps({"deadLetterTargetArn": arn("none"), "maxReceiveCount": 1})}), "InvalidParameterValue")


@check
def purging_tags_and_permissions():
    url = queue("mine")
    sqs.send_message(QueueUrl=url, MessageBody="x")
    sqs.purge_queue(QueueUrl=url)
    equal(receive(url), [])
    equal(code_of(sqs.purge_queue, QueueUrl=url), "AWS.SimpleQueueService.PurgeQueueInProgress")
    sqs.tag_queue(QueueUrl=url, Tags={"team": "a", "stage": ""})
    sqs.untag_queue(QueueUrl=url, TagKeys=["team"])
    equal(sqs.list_queue_tags(QueueUrl=url)["Tags"], {"stage": ""})
    stranger = client(account=1)
    equal(code_of(stranger.send_message, QueueUrl=url, MessageBody="x"), "AccessDenied")
    sqs.add_permission(QueueUrl=url, Label="in", AWSAccountIds=[ACCOUNTS[1]["id"]], Actions=["SendMessage"])
    stranger.send_message(QueueUrl=url, MessageBody="x")
    equal(json.loads(attribute(url, "Policy"))["Statement"][0]["Principal"], {"AWS": f"arn:aws:iam::{ACCOUNTS[1]['id']}:root"})
    sqs.remove_permission(QueueUrl=url, Label="in")
    equal(code_of(stranger.send_message, QueueUrl=url, MessageBody="x"), "AccessDenied")


@check
def strangers():
    equal(code_of(client(secret="wrong").list_queues), "SignatureDoesNotMatch")
    equal(code_of(client(key="AKIDSTRANGER").list_queues), "InvalidClientTokenId")
    elsewhere = client(region="us-east-1")
    equal(code_of(elsewhere.send_message, QueueUrl=f"{SETTINGS['named']}/{ACCOUNTS[0]['id']}/mine", MessageBody="x"), "InvalidAddress")


def form(url, method="POST", **parameters):
    """What classic boto and the SDKs before 2023 send."""
    text = urllib.parse.urlencode({"Version": "2012-11-05", **parameters}, quote_via=urllib.parse.quote)
    request = AWSRequest(method=method, url=f"{url}?{text}" if method == "GET" else url, data=text if method == "POST" else None)
    if method == "POST":
        request.headers["Content-Type"] = "application/x-www-form-urlencoded; charset=UTF-8"
    credentials = ACCOUNTS[0]["credentials"]
    SigV4Auth(Credentials(credentials["accessKeyId"], credentials["secretAccessKey"]), "sqs", "eu-west-1").add_auth(request)
    prepared = request.prepare()
    try:
        body = prepared.body.encode() if isinstance(prepared.body, str) else prepared.body
        with urllib.request.urlopen(urllib.request.Request(prepared.url, body, dict(prepared.headers), method=method)) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@check
def the_older_protocol_at_the_queue_and_at_the_root():
    root = f"{SETTINGS['url']}/"
    status, text = form(root, Action="CreateQueue", QueueName="classic", **{"Attribute.1.Name": "VisibilityTimeout", "Attribute.1.Value": "9"})
    assert status == 200, text
    url = re.search("<QueueUrl>(.*)</QueueUrl>", text).group(1)
    equal((status, url), (200, f"{SETTINGS['url']}/{ACCOUNTS[0]['id']}/classic"))
    for method in ("POST", "GET"):
        status, text = form(url, method, Action="SendMessage", MessageBody="a & ä")
        assert status == 200, text
        equal((status, re.search("<MD5OfMessageBody>(.*)</MD5OfMessageBody>", text).group(1)), (200, md5("a & ä")))
    status, text = form(url, Action="ReceiveMessage", MaxNumberOfMessages="10", **{"AttributeName.1": "All"})
    equal((status, re.findall("<Body>(.*?)</Body>", text)), (200, ["a &amp; ä"] * 2))
    handles = re.findall("<ReceiptHandle>(.*?)</ReceiptHandle>", text)
    status, text = form(root, Action="DeleteMessageBatch", QueueUrl=url, **{key: value for at, handle in enumerate(handles, 1) for key, value in ((f"DeleteMessageBatchRequestEntry.{at}.Id", str(at)), (f"DeleteMessageBatchRequestEntry.{at}.ReceiptHandle", handle))})
    equal((status, re.findall("<DeleteMessageBatchResultEntry><Id>(.*?)</Id>", text)), (200, ["1", "2"]))
    status, text = form(f"{root}{ACCOUNTS[0]['id']}/none", Action="ReceiveMessage")
    equal((status, re.search("<Code>(.*)</Code>", text).group(1)), (400, "AWS.SimpleQueueService.NonExistentQueue"))


@check
def every_operation_was_called():
    equal(sorted(set(sqs.meta.service_model.operation_names) - set(HELD)), [])


failed = 0
for function in CHECKS:
    try:
        function()
        print(f"ok      {function.__name__}")
    except Exception as error:  # every check is to be heard, whatever it fails with
        failed += 1
        print(f"FAILED  {function.__name__}: {type(error).__name__}: {error}")
print(f"{sum(HELD.values())} answers of {len(HELD)} operations fit botocore's model")
sys.exit(1 if failed else 0)
