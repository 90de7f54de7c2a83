import Seeds

/// Where a system's random things come from: what is drawn, first weights, dropout.
package struct AmplificationSeeds: Sendable {
  let stage: Seed
  let weights: Seed
  let dropout: Seed

  init(stage: Seed, weights: Seed, dropout: Seed) {
    (self.stage, self.weights, self.dropout) = (stage, weights, dropout)
  }
}
