import Testing

@testable import Learning

@Suite struct RecipeTests {
  static func recipe(steps: Int = 3, batch: Int, shards: Int) -> Recipe {
    Recipe(steps: steps, batchSize: batch, shardCount: shards, optimizer: .adam(), schedule: .constant(1))
  }

  /// One shard, as many as examples, one less, numbers without a common factor, the paper's own.
  @Test(arguments: [(1, 1), (7, 1), (7, 7), (7, 6), (48, 5), (13, 8), (1 << 15, 256)])
  func shardsCoverEachBatchInOrderAndAreAlikeInSize(batch: Int, shards: Int) {
    let recipe = Self.recipe(batch: batch, shards: shards)
    var next = 0
    for step in 0..<recipe.steps {
      let sizes = (0..<shards).map { shard in
        let examples = recipe.examples(step: step, shard: shard)
        #expect(examples.lowerBound == next)
        next = examples.upperBound
        return examples.count
      }
      #expect(next == (step + 1) * batch)
      #expect(sizes.min()! >= 1 && sizes.max()! - sizes.min()! <= 1)
    }
    #expect(next == recipe.examples)
  }

  @Test func noStepsAreNoExamples() {
    #expect(Self.recipe(steps: 0, batch: 4, shards: 2).examples == 0)
  }

  @Test func stepsFarOutDoNotOverflow() {
    let recipe = Self.recipe(steps: 1 << 30, batch: 1 << 15, shards: 256)
    #expect(recipe.examples(step: (1 << 30) - 1, shard: 255).upperBound == 1 << 45)
  }

  @Test func aRecipeThatCannotBeIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = RecipeTests.recipe(batch: 0, shards: 1) }
    await #expect(processExitsWith: .failure) { _ = RecipeTests.recipe(batch: 4, shards: 0) }
    await #expect(processExitsWith: .failure) { _ = RecipeTests.recipe(batch: 4, shards: 5) }
    await #expect(processExitsWith: .failure) { _ = RecipeTests.recipe(steps: -1, batch: 4, shards: 1) }
  }
}
