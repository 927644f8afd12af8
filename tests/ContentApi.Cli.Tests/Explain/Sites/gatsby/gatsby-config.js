module.exports = {
  siteMetadata: {
    title: `Rope work`,
    siteUrl: `https://ropes.example.org`,
  },
  plugins: [`gatsby-transformer-remark`],
}
