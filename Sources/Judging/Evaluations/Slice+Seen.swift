extension Slice {
  /// What training never showed the replicate, up to symmetry.
  package static let unseen = Slice("unseen", [Condition("seen", 0...0)])
  /// What it did.
  package static let seen = Slice("seen", [Condition("seen", 1...1)])
}
