"""Goes through the local cloud with boto3. Called by ../boto3.mjs, which says where it is."""

import json
import sys
import urllib.request

import boto3
from botocore.auth import SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from model_check import HELD, check_against_model

SETTINGS = json.loads(sys.argv[1])
CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


def client(service="ec2", region="eu-west-1", account=0, endpoint=None, attempts=1, **keys):
    credentials = SETTINGS["accounts"][account]["credentials"]
    made = boto3.client(
        service,
        region_name=region,
        endpoint_url=endpoint or SETTINGS["url"],
        aws_access_key_id=keys.get("key", credentials["accessKeyId"]),
        aws_secret_access_key=keys.get("secret", credentials["secretAccessKey"]),
        aws_session_token=keys.get("token"),
        config=Config(retries={"total_max_attempts": attempts, "mode": "standard"}),
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


@check
def identities():
    for account in (0, 1):
        answer = client("sts", account=account).get_caller_identity()
        equal(answer["Account"], SETTINGS["accounts"][account]["id"])
        equal(answer["Arn"], f"arn:aws:iam::{answer['Account']}:root")


@check
def bad_keys_are_turned_away():
    equal(code_of(client(secret="wrong").describe_volumes), "SignatureDoesNotMatch")
    equal(code_of(client(key="AKIANOBODY").describe_volumes), "AuthFailure")
    equal(code_of(client(token="stolen").describe_volumes), "AuthFailure")
    equal(code_of(client("sts", key="AKIANOBODY").get_caller_identity), "InvalidClientTokenId")
    equal(code_of(client("sts", secret="wrong").get_caller_identity), "SignatureDoesNotMatch")


@check
def regions():
    ec2 = client()
    enabled = {region["RegionName"] for region in ec2.describe_regions()["Regions"]}
    every = {region["RegionName"]: region["OptInStatus"] for region in ec2.describe_regions(AllRegions=True)["Regions"]}
    equal(len(every), 36)
    equal(set(every) - enabled, {"me-south-1"})
    equal(every["me-south-1"], "not-opted-in")
    equal(code_of(client(region="me-south-1").describe_volumes), "AuthFailure")
    equal(code_of(client("sts", region="me-south-1").get_caller_identity), "InvalidClientTokenId")
    known = set(boto3.session.Session().get_available_regions("ec2"))
    equal(known - set(every), set())


@check
def regions_of_the_account():
    account = client("account", region="us-east-1")
    listed = {region["RegionName"]: region["RegionOptStatus"] for region in account.list_regions()["Regions"]}
    described = client().describe_regions(AllRegions=True)["Regions"]
    words = {"opt-in-not-required": "ENABLED_BY_DEFAULT", "opted-in": "ENABLED", "not-opted-in": "DISABLED"}
    equal(listed, {region["RegionName"]: words[region["OptInStatus"]] for region in described})
    pages = account.get_paginator("list_regions").paginate(PaginationConfig={"PageSize": 10})
    equal([len(page["Regions"]) for page in pages], [10, 10, 10, 6])
    off = account.list_regions(RegionOptStatusContains=["DISABLED"])["Regions"]
    equal(off, [{"RegionName": "me-south-1", "RegionOptStatus": "DISABLED"}])
    equal(code_of(account.list_regions, AccountId="444455556666"), "AccessDeniedException")
    equal(code_of(account.list_regions, NextToken="stale"), "ValidationException")
    equal(code_of(client("account", secret="wrong").list_regions), "InvalidSignatureException")
    equal(code_of(client("account", key="AKIANOBODY").list_regions), "UnrecognizedClientException")


@check
def zones_and_vpcs():
    ec2 = client(region="us-east-1")
    zones = [zone["ZoneName"] for zone in ec2.describe_availability_zones()["AvailabilityZones"]]
    equal(zones, ["us-east-1a", "us-east-1b", "us-east-1c"])
    [vpc] = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"]
    equal(vpc["CidrBlockAssociationSet"][0]["CidrBlock"], "172.31.0.0/16")


@check
def volumes():
    ec2 = client()
    tags = [{"Key": "Name", "Value": 'a <b> & "c" \u202e \U0001f600'}, {"Key": "__proto__", "Value": ""}]
    made = ec2.create_volume(
        AvailabilityZone="eu-west-1b", Size=7, VolumeType="io2", Iops=300, Encrypted=True,
        TagSpecifications=[{"ResourceType": "volume", "Tags": tags}],
    )
    equal((made["State"], made["Size"], made["Iops"], made["Encrypted"]), ("creating", 7, 300, True))
    ec2.get_waiter("volume_available").wait(VolumeIds=[made["VolumeId"]])
    [found] = ec2.describe_volumes(Filters=[{"Name": "tag:Name", "Values": ["a <b>*"]}])["Volumes"]
    equal((found["VolumeId"], found["Tags"]), (made["VolumeId"], tags))
    equal(found["CreateTime"], made["CreateTime"])
    equal(code_of(client(account=1).delete_volume, VolumeId=made["VolumeId"]), "InvalidVolume.NotFound")
    ec2.delete_volume(VolumeId=made["VolumeId"])
    equal(code_of(ec2.describe_volumes, VolumeIds=[made["VolumeId"]]), "InvalidVolume.NotFound")
    ec2.get_waiter("volume_deleted").wait(VolumeIds=[made["VolumeId"]])
    equal(code_of(ec2.create_volume, AvailabilityZone="eu-west-2a", Size=1), "InvalidZone.NotFound")
    equal(code_of(ec2.create_volume, AvailabilityZone="eu-west-1a", Size=1, DryRun=True), "DryRunOperation")


@check
def resources_of_boto3():
    resource = boto3.resource(
        "ec2", region_name="eu-west-2", endpoint_url=SETTINGS["url"],
        aws_access_key_id=SETTINGS["accounts"][0]["credentials"]["accessKeyId"],
        aws_secret_access_key=SETTINGS["accounts"][0]["credentials"]["secretAccessKey"],
    )
    volume = resource.create_volume(AvailabilityZone="eu-west-2a", Size=1)
    snapshot = volume.create_snapshot(Description="through the resource")
    snapshot.wait_until_completed()
    snapshot.reload()
    equal((snapshot.state, snapshot.progress, snapshot.volume_id), ("completed", "100%", volume.id))
    equal([one.id for one in volume.snapshots.all()], [snapshot.id])
    volume.create_tags(Tags=[{"Key": "a", "Value": "b"}])
    volume.reload()
    equal(volume.tags, [{"Key": "a", "Value": "b"}])
    snapshot.delete()
    volume.delete()


@check
def sharing():
    owner, other = client(), client(account=1)
    other_id = SETTINGS["accounts"][1]["id"]
    snapshot = owner.describe_snapshots(OwnerIds=["self"])["Snapshots"][0]["SnapshotId"]

    def permissions():
        return owner.describe_snapshot_attribute(SnapshotId=snapshot, Attribute="createVolumePermission")["CreateVolumePermissions"]

    def visible():
        listed = other.describe_snapshots(RestorableByUserIds=["self"])["Snapshots"]
        return [one["SnapshotId"] for one in listed]

    equal(visible(), [])
    equal(code_of(other.create_volume, AvailabilityZone="eu-west-1a", SnapshotId=snapshot), "InvalidSnapshot.NotFound")
    owner.modify_snapshot_attribute(SnapshotId=snapshot, Attribute="createVolumePermission", OperationType="add", UserIds=[other_id])
    equal(permissions(), [{"UserId": other_id}])
    equal(visible(), [snapshot])
    volume = other.create_volume(AvailabilityZone="eu-west-1a", SnapshotId=snapshot)
    equal(volume["SnapshotId"], snapshot)
    owner.modify_snapshot_attribute(SnapshotId=snapshot, CreateVolumePermission={"Remove": [{"UserId": other_id}]})
    equal((permissions(), visible()), ([], []))
    owner.modify_snapshot_attribute(SnapshotId=snapshot, CreateVolumePermission={"Add": [{"Group": "all"}]})
    equal(permissions(), [{"Group": "all"}])
    equal(len(other.describe_snapshots(SnapshotIds=[snapshot])["Snapshots"]), 1)
    owner.reset_snapshot_attribute(SnapshotId=snapshot, Attribute="createVolumePermission")
    equal(permissions(), [])
    equal(code_of(other.describe_snapshots, SnapshotIds=[snapshot]), "InvalidSnapshot.NotFound")
    equal(
        code_of(owner.modify_snapshot_attribute, SnapshotId=snapshot, OperationType="add", UserIds=["12345"]),
        "InvalidUserID.Malformed",
    )


def registered(ec2, name, **volume):
    volume = ec2.create_volume(AvailabilityZone="eu-west-1a", Size=8, **volume)["VolumeId"]
    snapshot = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
    ec2.get_waiter("snapshot_completed").wait(SnapshotIds=[snapshot])
    image = ec2.register_image(
        Name=name, RootDeviceName="/dev/xvda", Architecture="x86_64", VirtualizationType="hvm", EnaSupport=True,
        BlockDeviceMappings=[{"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": snapshot, "VolumeType": "gp3"}}],
        TagSpecifications=[{"ResourceType": "image", "Tags": [{"Key": "Name", "Value": name}]}],
    )["ImageId"]
    ec2.get_waiter("image_available").wait(ImageIds=[image])
    return image, snapshot


@check
def images():
    ec2 = client()
    image, snapshot = registered(ec2, "of boto3")
    [found] = ec2.describe_images(Owners=["self"], Filters=[{"Name": "name", "Values": ["of b*"]}])["Images"]
    equal((found["ImageId"], found["State"], found["Public"]), (image, "available", False))
    equal(found["BlockDeviceMappings"][0]["Ebs"]["SnapshotId"], snapshot)
    equal(found["Tags"], [{"Key": "Name", "Value": "of boto3"}])
    equal(code_of(ec2.register_image, Name="of boto3", RootDeviceName="/dev/xvda"), "InvalidAMIName.Duplicate")
    equal(code_of(ec2.delete_snapshot, SnapshotId=snapshot), "InvalidSnapshot.InUse")
    equal(code_of(ec2.describe_images, ImageIds=["image"]), "InvalidAMIID.Malformed")
    equal(code_of(ec2.describe_images, ImageIds=["ami-0123456789abcdef0"]), "InvalidAMIID.NotFound")
    equal(code_of(ec2.deregister_image, ImageId=image, DryRun=True), "DryRunOperation")
    answer = ec2.deregister_image(ImageId=image, DeleteAssociatedSnapshots=True)
    equal(answer["DeleteSnapshotResults"], [{"SnapshotId": snapshot, "ReturnCode": "success"}])
    equal(ec2.describe_images(ImageIds=[image])["Images"], [])
    equal(code_of(ec2.deregister_image, ImageId=image), "InvalidAMIID.Unavailable")


@check
def sharing_of_images():
    owner, other = client(), client(account=1)
    other_id = SETTINGS["accounts"][1]["id"]
    image, _ = registered(owner, "shared")

    def permissions():
        return owner.describe_image_attribute(ImageId=image, Attribute="launchPermission")["LaunchPermissions"]

    def visible():
        return [one["ImageId"] for one in other.describe_images(ExecutableUsers=["self"])["Images"]]

    equal((visible(), other.describe_images(ImageIds=[image])["Images"]), ([], []))
    owner.modify_image_attribute(ImageId=image, Attribute="launchPermission", OperationType="add", UserIds=[other_id])
    equal((permissions(), visible()), ([{"UserId": other_id}], [image]))
    equal(code_of(other.modify_image_attribute, ImageId=image, Description={"Value": "mine"}), "AuthFailure")
    owner.modify_image_attribute(ImageId=image, LaunchPermission={"Remove": [{"UserId": other_id}]})
    equal((permissions(), visible()), ([], []))
    organization = "arn:aws:organizations::123456789012:organization/o-123example"
    owner.modify_image_attribute(
        ImageId=image, LaunchPermission={"Add": [{"Group": "all"}, {"OrganizationArn": organization}]}
    )
    equal(permissions(), [{"Group": "all"}, {"OrganizationArn": organization}])
    assert image in [one["ImageId"] for one in other.describe_images(ExecutableUsers=["all"])["Images"]]
    owner.reset_image_attribute(ImageId=image, Attribute="launchPermission")
    equal((permissions(), other.describe_images(ImageIds=[image])["Images"]), ([], []))
    wrong = {"ImageId": image, "OperationType": "add", "UserIds": ["12345"]}
    equal(code_of(owner.modify_image_attribute, **wrong), "InvalidAMIAttributeItemValue")
    secret, _ = registered(owner, "secret", Encrypted=True, KmsKeyId="my-key")
    everybody = {"ImageId": secret, "OperationType": "add", "UserGroups": ["all"]}
    equal(code_of(owner.modify_image_attribute, **everybody), "UnsupportedOperation")


@check
def attributes_of_images():
    ec2 = client(region="eu-west-2")
    image = ec2.describe_images(Owners=["self"])["Images"][0]["ImageId"]

    def attribute(name):
        return ec2.describe_image_attribute(ImageId=image, Attribute=name)

    ec2.modify_image_attribute(ImageId=image, Description={"Value": "a <b>"})
    equal(attribute("description")["Description"], {"Value": "a <b>"})
    equal(attribute("productCodes")["ProductCodes"], [])
    for name in ("kernel", "ramdisk", "sriovNetSupport", "bootMode", "tpmSupport", "uefiData", "lastLaunchedTime"):
        equal(attribute(name)["ImageId"], image)
    equal(attribute("imdsSupport")["ImdsSupport"], {"Value": "v2.0"})
    equal(code_of(attribute, name="blockDeviceMapping"), "AuthFailure")


@check
def images_of_the_whole_world():
    ec2 = client(region="ap-south-1")
    images = ec2.describe_images()["Images"]
    assert len({image["OwnerId"] for image in images}) > 3, images
    equal({image["OwnerId"] for image in ec2.describe_images(Owners=["self"])["Images"]}, {SETTINGS["accounts"][0]["id"]})
    aliases = {image["ImageOwnerAlias"] for image in ec2.describe_images(Owners=["amazon", "aws-marketplace"])["Images"]}
    equal(aliases, {"amazon", "aws-marketplace"})
    every = ec2.describe_images(IncludeDeprecated=True, IncludeDisabled=True)["Images"]
    equal((len(images), len(every)), (26, 32))


@check
def copying():
    here, there = client(), client(region="eu-central-1")
    source = here.describe_snapshots(OwnerIds=["self"])["Snapshots"][0]
    # boto3 presigns the source's own CopySnapshot and sends it along.
    copy = there.copy_snapshot(SourceRegion="eu-west-1", SourceSnapshotId=source["SnapshotId"], Description="copied")
    there.get_waiter("snapshot_completed").wait(SnapshotIds=[copy["SnapshotId"]])
    [found] = there.describe_snapshots(SnapshotIds=[copy["SnapshotId"]])["Snapshots"]
    equal((found["Description"], found["VolumeSize"]), ("copied", source["VolumeSize"]))


@check
def the_whole_world():
    ec2 = client(region="ap-south-1")
    owners = {snapshot["OwnerId"] for snapshot in ec2.describe_snapshots()["Snapshots"]}
    assert len(owners) > 2, owners
    mine = ec2.describe_snapshots(OwnerIds=["self"])["Snapshots"]
    equal({snapshot["OwnerId"] for snapshot in mine}, {SETTINGS["accounts"][0]["id"]})


@check
def paging():
    ec2 = client(region="sa-east-1")
    pages = list(ec2.get_paginator("describe_instances").paginate(PaginationConfig={"PageSize": 10}))
    ids = [one["InstanceId"] for page in pages for reservation in page["Reservations"] for one in reservation["Instances"]]
    equal((len(pages), len(ids), len(set(ids))), (3, 23, 23))
    pages = list(ec2.get_paginator("describe_snapshots").paginate(PaginationConfig={"PageSize": 7}))
    equal([len(page["Snapshots"]) for page in pages], [7, 7, 7, 7, 4])
    tags = ec2.get_paginator("describe_tags").paginate(PaginationConfig={"PageSize": 5}).build_full_result()["Tags"]
    equal(len(tags), 3 * (3 + 23 + 2 + 2))
    images = list(ec2.get_paginator("describe_images").paginate(PaginationConfig={"PageSize": 10}))
    equal([len(page["Images"]) for page in images], [10, 10, 6])
    equal(code_of(ec2.describe_images, MaxResults=1), "InvalidParameterValue")
    equal(code_of(ec2.describe_volumes, MaxResults=1), "InvalidParameterValue")


@check
def tags():
    ec2 = client(region="eu-north-1")
    volume = ec2.create_volume(AvailabilityZone="eu-north-1a", Size=1)["VolumeId"]
    ec2.create_tags(Resources=[volume], Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": ""}])
    of_volume = [{"Name": "resource-id", "Values": [volume]}]
    equal(
        ec2.describe_tags(Filters=of_volume)["Tags"],
        [
            {"Key": "a", "ResourceId": volume, "ResourceType": "volume", "Value": "1"},
            {"Key": "b", "ResourceId": volume, "ResourceType": "volume", "Value": ""},
        ],
    )
    ec2.delete_tags(Resources=[volume], Tags=[{"Key": "a"}])
    equal([tag["Key"] for tag in ec2.describe_tags(Filters=of_volume)["Tags"]], ["b"])


@check
def addresses_that_name_their_region():
    named = SETTINGS["named"]
    equal(len(client(region="eu-west-3", endpoint=named).describe_volumes()["Volumes"]), 3)
    equal(code_of(client(region="eu-west-1", endpoint=named).describe_volumes), "SignatureDoesNotMatch")


@check
def presigned_urls():
    keys = SETTINGS["accounts"][0]["credentials"]
    url = f"{SETTINGS['url']}/?Action=GetCallerIdentity&Version=2011-06-15"
    request = AWSRequest(method="GET", url=url)
    SigV4QueryAuth(Credentials(keys["accessKeyId"], keys["secretAccessKey"]), "sts", "eu-west-1", expires=60).add_auth(request)
    with urllib.request.urlopen(request.url) as answer:
        assert SETTINGS["accounts"][0]["id"] in answer.read().decode()
    try:
        urllib.request.urlopen(request.url.replace("X-Amz-Expires=60", "X-Amz-Expires=61"))
    except urllib.error.HTTPError as error:
        equal(error.code, 403)
    else:
        raise AssertionError("a changed presigned URL was let in")


@check
def what_is_not_served():
    ec2 = client()
    equal(code_of(ec2.describe_hosts), "NotImplemented")
    equal(code_of(ec2.describe_volumes, IncludeManagedResources=True), "UnknownParameter")
    equal(code_of(client("dynamodb").list_tables), "NotImplemented")
    equal(code_of(client("iam").list_users), "NotImplemented")


@check
def faults_that_pass():
    equal(len(client(region="us-west-2", attempts=3).describe_volumes()["Volumes"]), 3)


failed = 0
for function in CHECKS:
    try:
        function()
        print(f"ok      {function.__name__}")
    except Exception as error:  # every check is to be heard, whatever it fails with
        failed += 1
        print(f"FAILED  {function.__name__}: {type(error).__name__}: {error}")
print(f"{sum(HELD.values())} answers of {len(HELD)} operations fit botocore's model")
print(f"boto3 {boto3.__version__}: {len(CHECKS) - failed} of {len(CHECKS)} checks passed")
sys.exit(1 if failed else 0)
