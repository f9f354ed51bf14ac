#!/bin/sh
# Makes the test certificates beside it anew. Needs openssl. The CAs' own keys are not kept.
set -eu
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cat > "$scratch/ca.conf" <<EOF
[ca]
default_ca = test
[test]
database = $scratch/index
new_certs_dir = $scratch
rand_serial = yes
default_md = sha256
default_startdate = 20200101000000Z
default_enddate = 21200101000000Z
policy = any
[any]
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
EOF
: > "$scratch/index"

# key <file> <common name>: a key, and a request for its certificate
key() {
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1" -subj "/CN=$2" -out "$scratch/request"
}

# authority <name> <common name>
authority() {
  key "$scratch/$1-key.pem" "$2"
  openssl ca -batch -notext -config "$scratch/ca.conf" -selfsign -keyfile "$scratch/$1-key.pem" -extensions authority \
    -in "$scratch/request" -out "$1.pem"
}

# server <name> <common name> <alternative names>
server() {
  key "$1-key.pem" "$2"
  printf 'basicConstraints = CA:FALSE\nsubjectAltName = %s\nauthorityKeyIdentifier = keyid\n' "$3" > "$scratch/names"
  openssl ca -batch -notext -config "$scratch/ca.conf" -cert ca.pem -keyfile "$scratch/ca-key.pem" -extfile "$scratch/names" \
    -in "$scratch/request" -out "$1.pem"
}

authority ca 'Worthless test CA'
authority unrelated-ca 'Worthless unrelated test CA'
server right localhost 'DNS:localhost, IP:127.0.0.1'
server wrong-host wrong-host.invalid 'DNS:wrong-host.invalid'
