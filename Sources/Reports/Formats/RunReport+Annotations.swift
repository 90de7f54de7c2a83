extension RunReport {
  /// One for each failed claim: an error where the test stands, with all that is known of the claim.
  package var annotations: [Annotation] {
    claims.filter(\.row.mark.isFailing).map { claim in
      // Wide enough that what was required is one line.
      Annotation(
        .error, at: claim.place, title: "\(claim.row.experiment) \(claim.row.subject)",
        message: claim.row.text(width: 400))
    }
  }
}
