/** Requests that boto 2.49.0 signs with the key of the tests at 2010-01-25T15:01:28Z: what it sends, and its signature. */
export const vectors = [
  {
    name: 'ListDomains',
    method: 'GET',
    form: 'AWSAccessKeyId=AKIDEXAMPLE&Action=ListDomains&MaxNumberOfDomains=100&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2010-01-25T15%3A01%3A28Z&Version=2009-04-15',
    signature: 'p2K7yTzedXxXrQ2iXIpqPDkwwhYBGtXp20JmXxOKZV0=',
  },
  {
    name: 'Put',
    method: 'GET',
    form: 'AWSAccessKeyId=AKIDEXAMPLE&Action=PutAttributes&Attribute.1.Name=Color&Attribute.1.Replace=true&Attribute.1.Value=red&Attribute.2.Name=Color&Attribute.2.Replace=true&Attribute.2.Value=blue&Attribute.4.Name=Size&Attribute.4.Replace=true&Attribute.4.Value=L%27arge%20%C3%A9&DomainName=MyDomain&Expected.1.Name=v&Expected.1.Value=1&ItemName=Item~1%20a&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2010-01-25T15%3A01%3A28Z&Version=2009-04-15',
    signature: 'Vi1zgoEmddPKxJUMirVe8UVkGypZdTXN9EarHhBNq6Q=',
  },
  {
    name: 'Batch',
    method: 'POST',
    form: 'AWSAccessKeyId=AKIDEXAMPLE&Action=BatchPutAttributes&DomainName=MyDomain&Item.0.Attribute.0.Name=a&Item.0.Attribute.0.Replace=true&Item.0.Attribute.0.Value=1&Item.0.Attribute.1.Name=a&Item.0.Attribute.1.Replace=true&Item.0.Attribute.1.Value=2&Item.0.Attribute.2.Name=b&Item.0.Attribute.2.Replace=true&Item.0.Attribute.2.Value=x&Item.0.ItemName=i1&Item.1.Attribute.0.Name=c&Item.1.Attribute.0.Replace=true&Item.1.Attribute.0.Value=y&Item.1.ItemName=i2&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2010-01-25T15%3A01%3A28Z&Version=2009-04-15',
    signature: 'jwzI92hXQkGYxBS3az7L46EZ28xx4GaF/NNYCC/OhxE=',
  },
  {
    name: 'DelNames',
    method: 'GET',
    form: 'AWSAccessKeyId=AKIDEXAMPLE&Action=DeleteAttributes&Attribute.1.Name=a&Attribute.2.Name=b&DomainName=MyDomain&ItemName=i1&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2010-01-25T15%3A01%3A28Z&Version=2009-04-15',
    signature: 'YtCOpLt4qgH+EUh4tpnhffeKFzczTZ7b/kI16A87nQc=',
  },
  {
    name: 'BatchDel',
    method: 'POST',
    form: 'AWSAccessKeyId=AKIDEXAMPLE&Action=BatchDeleteAttributes&DomainName=MyDomain&Item.0.ItemName=i1&Item.1.Attribute.0.Name=a&Item.1.Attribute.0.Value=1&Item.1.ItemName=i2&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2010-01-25T15%3A01%3A28Z&Version=2009-04-15',
    signature: 'R2kLFx0egHelpHewuzouKW2y2/nLZ+XqpUV/6c1aUYM=',
  },
  {
    name: 'Select',
    method: 'GET',
    form: 'AWSAccessKeyId=AKIDEXAMPLE&Action=Select&ConsistentRead=true&SelectExpression=select%20%2A%20from%20%60MyDomain%60%20where%20%60a%60%20%3D%20%271%27%20limit%202500&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2010-01-25T15%3A01%3A28Z&Version=2009-04-15',
    signature: 'eCr5VlfGTVno3i4SbaDOT08eEemiZ1jUJpsOBJBsU/Y=',
  },
] as const;
