import Seeds

extension GraphSplit {
  /// The identity of the first `count` examples: SHA-256 over the split's name and revision, the count, and each
  /// example's n, edges, target and label.
  package func fingerprint(seed: Seed, count: Int) -> String {
    var fingerprint = Fingerprint()
    fingerprint.absorb(localName)
    fingerprint.absorb(revision)
    fingerprint.absorb(count)
    for start in stride(from: 0, to: count, by: 4096) {
      for example in examples(start..<min(start + 4096, count), seed: seed) { example.absorb(into: &fingerprint) }
    }
    return fingerprint.hexadecimal
  }
}

extension GraphExample {
  /// One byte each: n, the target, the label, and the ends of the edges.
  fileprivate func absorb(into fingerprint: inout Fingerprint) {
    let head = [UInt8(graph.vertexCount), UInt8(target), UInt8(label)]
    fingerprint.absorb(graph.edges.reduce(into: head) { $0 += [$1.a, $1.b] })
  }
}
