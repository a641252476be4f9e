"""Goes through the local cloud's SimpleDB with boto3. Called by ../boto3-sdb.mjs, which says where it is."""

import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from model_check import HELD, check_against_model

SETTINGS = json.loads(sys.argv[1])
CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


def client(**keys):
    credentials = SETTINGS["accounts"][0]["credentials"]
    made = boto3.client(
        "sdb",
        region_name="eu-west-1",
        endpoint_url=keys.get("endpoint", SETTINGS["named"]),
        aws_access_key_id=keys.get("key", credentials["accessKeyId"]),
        aws_secret_access_key=keys.get("secret", credentials["secretAccessKey"]),
        aws_session_token=keys.get("token"),
        config=Config(retries={"total_max_attempts": 1, "mode": "standard"}),
    )
    check_against_model(made)
    return made


def code_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert float(error.response["Error"]["BoxUsage"]) > 0, error.response
        return error.response["Error"]["Code"]
    return "no error"


def equal(actual, expected):
    assert actual == expected, f"{actual!r} is not {expected!r}"


def pairs(**attributes):
    return [{"Name": name, "Value": value} for name, values in attributes.items() for value in values]


def names(expression, **more):
    return [item["Name"] for item in sdb.select(SelectExpression=expression, **more).get("Items", [])]


sdb = client()
D = {"DomainName": "books"}


@check
def domains():
    for name in ("books", "other", "third"):
        sdb.create_domain(DomainName=name)
    pages = list(sdb.get_paginator("list_domains").paginate(PaginationConfig={"PageSize": 2}))
    equal([page["DomainNames"] for page in pages], [["books", "other"], ["third"]])
    sdb.delete_domain(DomainName="third")
    equal(sdb.list_domains()["DomainNames"], ["books", "other"])
    equal(client(endpoint=SETTINGS["url"]).list_domains().get("DomainNames", []), [])
    equal(code_of(sdb.create_domain, DomainName="a b"), "InvalidParameterValue")


@check
def put_with_conditions():
    attributes = pairs(Title=["Emma"], Year=["1815"], Keyword=["Book", "Novel"])
    sdb.put_attributes(**D, ItemName="emma", Attributes=attributes, Expected={"Name": "Title", "Exists": False})
    again = {**D, "ItemName": "emma", "Attributes": [{"Name": "Year", "Value": "1816", "Replace": True}]}
    equal(code_of(sdb.put_attributes, **again, Expected={"Name": "Year", "Value": "1"}), "ConditionalCheckFailed")
    equal(code_of(sdb.put_attributes, **again, Expected={"Name": "Title", "Exists": False}), "ConditionalCheckFailed")
    equal(code_of(sdb.put_attributes, **again, Expected={"Name": "None", "Value": "1"}), "AttributeDoesNotExist")
    equal(code_of(sdb.put_attributes, **again, Expected={"Name": "Keyword", "Value": "Book"}), "MultiValuedAttribute")
    sdb.put_attributes(**again, Expected={"Name": "Year", "Value": "1815"})
    equal(sdb.get_attributes(**D, ItemName="emma", AttributeNames=["Year"])["Attributes"], pairs(Year=["1816"]))


@check
def batches():
    items = [{"Name": f"i{at:02}", "Attributes": pairs(n=[f"{at:02}"], text=["~é ' & <"])} for at in range(25)]
    sdb.batch_put_attributes(**D, Items=items)
    equal(sdb.get_attributes(**D, ItemName="i07", ConsistentRead=True)["Attributes"], pairs(n=["07"], text=["~é ' & <"]))
    extra = [{"Name": "more", "Attributes": pairs(n=["1"])}]
    equal(code_of(sdb.batch_put_attributes, **D, Items=items + extra), "NumberSubmittedItemsExceeded")
    equal(code_of(sdb.batch_put_attributes, **D, Items=extra * 2), "DuplicateItemName")
    sdb.batch_delete_attributes(**D, Items=[{"Name": "i24"}, {"Name": "i23", "Attributes": pairs(n=["23"])}])
    equal(names("select itemName() from books where itemName() > 'i22'"), ["i23"])


@check
def select_with_each_predicate():
    for where, expected in [
        ("n = '03'", ["i03"]), ("n != '00' and n < '03'", ["i01", "i02"]), ("n >= '21'", ["i21", "i22"]),
        ("n <= '00'", ["i00"]), ("n > '21'", ["i22"]), ("n like '2%'", ["i20", "i21", "i22"]),
        ("n not like '%' or Year = '1816'", ["emma"]), ("n between '03' and '04'", ["i03", "i04"]),
        ("n in ('01', '05')", ["i01", "i05"]), ("n is null", ["emma", "i23"]), ("Year is not null", ["emma"]),
        ("every(Keyword) in ('Book', 'Novel')", ["emma"]), ("every(Keyword) = 'Book'", []),
        ("Keyword = 'Book' and Keyword = 'Novel'", []), ("Keyword = 'Book' intersection Keyword = 'Novel'", ["emma"]),
        ("not n > ''", ["emma", "i23"]), ("itemName() = 'i09'", ["i09"]),
        ("n > '20' order by n desc", ["i22", "i21"]), ("text = '~é '' & <' and n < '02'", ["i00", "i01"]),
    ]:
        equal((where, names(f"select * from `books` where {where}")), (where, expected))
    equal(sdb.select(SelectExpression="select Year from books where Title = 'Emma'")["Items"],
          [{"Name": "emma", "Attributes": pairs(Year=["1816"])}])
    equal(sdb.select(SelectExpression="select count(*) from books")["Items"],
          [{"Name": "Domain", "Attributes": pairs(Count=["25"])}])


@check
def paging():
    pages = list(sdb.get_paginator("select").paginate(SelectExpression="select * from books where n > '' limit 10"))
    equal([len(page["Items"]) for page in pages], [10, 10, 3])
    token = sdb.select(SelectExpression="select * from books limit 1")["NextToken"]
    for text, given in [("select * from books where n > '' limit 1", token), ("select * from books", token[:-6] + "AAAAA=")]:
        equal(code_of(sdb.select, SelectExpression=text, NextToken=given), "InvalidNextToken")


@check
def errors():
    for text, code in [
        ("select", "InvalidQueryExpression"), ("select * from books order by n", "InvalidSortExpression"),
        ("select * from none", "NoSuchDomain"),
        ("select * from books where n in (" + ",".join(["'1'"] * 21) + ")", "InvalidNumberValueTests"),
    ]:
        equal(code_of(sdb.select, SelectExpression=text), code)
    equal(code_of(client(secret="wrong").list_domains), "SignatureDoesNotMatch")
    equal(code_of(client(key="AKIDSTRANGER").list_domains), "AuthFailure")
    equal(code_of(client(token="unknown").list_domains), "AuthFailure")


@check
def metadata_and_deletion():
    sdb.put_attributes(DomainName="other", ItemName="é", Attributes=pairs(a=["1", "22"]))
    told = sdb.domain_metadata(DomainName="other")
    equal([told[name] for name in ("ItemCount", "ItemNamesSizeBytes", "AttributeNameCount", "AttributeValueCount", "AttributeValuesSizeBytes")], [1, 2, 1, 2, 3])
    sdb.delete_attributes(DomainName="other", ItemName="é", Attributes=pairs(a=["1"]))
    equal(sdb.get_attributes(DomainName="other", ItemName="é")["Attributes"], pairs(a=["22"]))
    sdb.delete_attributes(DomainName="other", ItemName="é")
    equal(sdb.get_attributes(DomainName="other", ItemName="é").get("Attributes", []), [])
    sdb.delete_domain(DomainName="other")
    equal(code_of(sdb.domain_metadata, DomainName="other"), "NoSuchDomain")


@check
def exports():
    credentials = SETTINGS["accounts"][0]["credentials"]
    exporting = boto3.client(
        "simpledbv2", region_name="eu-west-1", endpoint_url=SETTINGS["url"],
        aws_access_key_id=credentials["accessKeyId"], aws_secret_access_key=credentials["secretAccessKey"],
        config=Config(retries={"total_max_attempts": 1, "mode": "standard"}),
    )
    check_against_model(exporting)
    sdb.create_domain(DomainName="exported")
    sdb.put_attributes(DomainName="exported", ItemName="emma", Attributes=pairs(Year=["1816"]))
    asked = {"domainName": "exported", "s3Bucket": "archive", "s3KeyPrefix": "sdb"}
    arns = [exporting.start_domain_export(**asked)["exportArn"] for _ in range(3)]
    told = exporting.get_export(exportArn=arns[0])
    equal([told[name] for name in ("exportStatus", "itemsCount", "s3Bucket")], ["SUCCEEDED", 1, "archive"])
    with open(f"{SETTINGS['exportFolder']}/archive/{told['exportManifest']}") as manifest:
        equal(json.load(manifest)["itemsCount"], 1)
    pages = list(exporting.get_paginator("list_exports").paginate(domainName="exported", PaginationConfig={"PageSize": 2}))
    equal([one["exportArn"] for page in pages for one in page["exportSummaries"]], arns)

    def refused(call, **arguments):
        try:
            call(**arguments)
        except ClientError as error:
            return error.response["Error"]["Code"]
        return "no error"

    equal(refused(exporting.start_domain_export, domainName="none", s3Bucket="archive"), "NoSuchDomainException")
    equal(refused(exporting.get_export, exportArn=arns[0] + "x"), "NoSuchExportException")
    equal(refused(exporting.list_exports, nextToken="x"), "InvalidNextTokenException")
    equal(refused(exporting.start_domain_export, s3SseKmsKeyId="k", **asked), "InvalidParameterCombinationException")
    sdb.delete_domain(DomainName="exported")


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
