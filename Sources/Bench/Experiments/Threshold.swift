/// What a claim requires, and where the number came from.
struct Threshold {
  let value: Double
  let provenance: String
}
