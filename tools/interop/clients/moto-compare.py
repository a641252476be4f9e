"""Sends the same calls to the local cloud and to moto, and shows which elements only one of them answers with."""

import json
import sys
import xml.etree.ElementTree as ElementTree

import boto3

SETTINGS = json.loads(sys.argv[1])
# What moto alone writes, all of it empty: EC2 leaves these out of what it describes.
EMPTY_IN_MOTO = {
    "/DescribeVpcsResponse/vpcSet/item/ipv6CidrBlockAssociationSet",
    "/DescribeVpcsResponse/vpcSet/item/tagSet",
    "/DescribeImagesResponse/imagesSet/item/productCodes",
}


def paths_of(endpoint, credentials):
    seen = {}
    client = boto3.client(
        "ec2", region_name="eu-west-1", endpoint_url=endpoint,
        aws_access_key_id=credentials["accessKeyId"], aws_secret_access_key=credentials["secretAccessKey"],
    )

    def note(response_dict, event_name, **_):
        paths = seen.setdefault(event_name.rsplit(".", 1)[1], set())
        walk(ElementTree.fromstring(response_dict["body"]), "", paths)

    client.meta.events.register("response-received.ec2", note)
    go_through(client)
    return seen


def walk(element, path, paths):
    path = f"{path}/{element.tag.rsplit('}', 1)[-1]}"
    paths.add(path)
    for child in element:
        walk(child, path, paths)


def go_through(ec2):
    tags = [{"Key": "Name", "Value": "one"}]
    ec2.describe_regions(AllRegions=True)
    ec2.describe_availability_zones()
    ec2.describe_vpcs()
    volume = ec2.create_volume(
        AvailabilityZone="eu-west-1a", Size=8, VolumeType="gp3", Encrypted=True,
        TagSpecifications=[{"ResourceType": "volume", "Tags": tags}],
    )["VolumeId"]
    plain = ec2.create_volume(AvailabilityZone="eu-west-1a", Size=8)["VolumeId"]
    ec2.describe_volumes(VolumeIds=[volume])
    snapshot = ec2.create_snapshot(
        VolumeId=plain, Description="one", TagSpecifications=[{"ResourceType": "snapshot", "Tags": tags}]
    )["SnapshotId"]
    ec2.describe_snapshots(SnapshotIds=[snapshot])
    share = {"SnapshotId": snapshot, "Attribute": "createVolumePermission", "OperationType": "add"}
    ec2.modify_snapshot_attribute(**share, UserIds=["963068290131"])
    ec2.modify_snapshot_attribute(**share, GroupNames=["all"])
    ec2.describe_snapshot_attribute(SnapshotId=snapshot, Attribute="createVolumePermission")
    image = ec2.register_image(
        Name="one", Description="one", Architecture="x86_64", VirtualizationType="hvm", RootDeviceName="/dev/sda1",
        BootMode="uefi",
        BlockDeviceMappings=[{"DeviceName": "/dev/sda1", "Ebs": {"SnapshotId": snapshot}}],
    )["ImageId"]
    ec2.create_tags(Resources=[image], Tags=tags)
    ec2.describe_images(ImageIds=[image])
    launch = {"ImageId": image, "Attribute": "launchPermission"}
    ec2.modify_image_attribute(**launch, OperationType="add", UserIds=["963068290131"])
    ec2.modify_image_attribute(ImageId=image, LaunchPermission={"Add": [{"Group": "all"}]})
    ec2.describe_image_attribute(**launch)
    ec2.deregister_image(ImageId=image)
    ec2.copy_snapshot(SourceRegion="eu-west-1", SourceSnapshotId=snapshot, Description="copied")
    ec2.create_tags(Resources=[volume], Tags=[{"Key": "a", "Value": "b"}])
    ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [volume]}])
    ec2.delete_tags(Resources=[volume], Tags=[{"Key": "a"}])
    ec2.delete_snapshot(SnapshotId=snapshot)
    ec2.delete_volume(VolumeId=volume)
    for call, arguments in (
        (ec2.describe_volumes, {"VolumeIds": ["vol-0123456789abcdef0"]}),
        (ec2.describe_snapshots, {"SnapshotIds": ["snap-0123456789abcdef0"]}),
        (ec2.describe_images, {"ImageIds": ["ami-0123456789abcdef0"]}),
    ):
        try:
            call(**arguments)
        except ec2.exceptions.ClientError:
            pass


ours = paths_of(SETTINGS["url"], SETTINGS["credentials"])
motos = paths_of(SETTINGS["moto"], {"accessKeyId": "x", "secretAccessKey": "x"})
differences = 0
for operation in sorted(ours):
    for path in sorted(motos[operation] - ours[operation] - EMPTY_IN_MOTO):
        differences += 1
        print(f"{operation}: only moto has  {path}")
    for path in sorted(ours[operation] - motos[operation]):
        print(f"{operation}: only ours has {path}")
print(f"{len(ours)} operations, {sum(map(len, ours.values()))} element paths, {differences} that only moto has")
sys.exit(1 if differences else 0)
