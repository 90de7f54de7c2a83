/// What a claim requires, and where the number came from.
package struct Threshold {
  package let value: Double
  package let provenance: Claim.Provenance

  package init(value: Double, provenance: Claim.Provenance) {
    self.value = value
    self.provenance = provenance
  }
}
