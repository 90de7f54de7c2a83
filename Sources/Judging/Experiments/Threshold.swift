/// What a claim requires, and where the number came from.
package struct Threshold {
  package let value: Double
  package let provenance: String

  package init(value: Double, provenance: String) {
    self.value = value
    self.provenance = provenance
  }
}
